import { accessSync, constants, mkdirSync, statfsSync } from 'node:fs';
import { createServer } from 'node:net';
import { StartError } from './start-error.ts';

const REQUIRED_FREE_BYTES = 64 * 1024 * 1024;

/** @throws StartError `server.port-in-use` or `server.port-refused`, before any slow step. */
export async function checkPort(host: string, port: number): Promise<void> {
  const probe = createServer();
  const error = await new Promise<NodeJS.ErrnoException | undefined>((resolve) => {
    probe.once('error', resolve);
    probe.listen({ host, port, exclusive: true }, () => resolve(undefined));
  });
  await new Promise((resolve) => probe.close(resolve));
  if (error !== undefined) {
    throw portError(error, host, port);
  }
}

export function portError(error: NodeJS.ErrnoException, host: string, port: number): StartError {
  if (error.code === 'EADDRINUSE') {
    const advice = `请停止占用它的程序，或用 PORT=${port === 65_535 ? port - 1 : port + 1} npm start`;
    return new StartError(
      'server.port-in-use',
      `端口 ${port} 已被占用；${advice} (port is in use; choose another by PORT)`,
    );
  }
  const message = `不能监听 ${host}:${port} (cannot listen: ${error.code ?? error.message})`;
  return new StartError('server.port-refused', message, { cause: error });
}

/** @throws StartError `data.not-writable` or `data.disk-full`. */
export function checkDataFolder(dataDir: string): void {
  try {
    // Passable for others, so that root's database account can reach its own folder below; not listable.
    mkdirSync(dataDir, { recursive: true, mode: 0o711 });
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK);
  } catch (error) {
    if (/ENOSPC|EDQUOT/.test((error as NodeJS.ErrnoException).code ?? '')) {
      throw diskFull(dataDir, error);
    }
    throw new StartError('data.not-writable', `不能使用数据目录 ${dataDir} (cannot create or write the data folder)`, {
      cause: error,
    });
  }
  const { bavail, bsize } = statfsSync(dataDir);
  if (bavail * bsize < REQUIRED_FREE_BYTES) {
    throw diskFull(dataDir);
  }
}

function diskFull(dataDir: string, cause?: unknown): StartError {
  return new StartError('data.disk-full', `磁盘空间不足，请先清理：${dataDir} (no space left for the data folder)`, {
    cause,
  });
}
