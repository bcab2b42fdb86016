import { spawn } from 'node:child_process';
import { accessSync, constants, readFileSync, readlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { freePort } from '../../database/src/embedded-postgres.ts';

export interface RunningRedis {
  url: string;
  /** Number of numbered databases; each test database of a spec file gets its own. */
  databases: number;
  stop(): Promise<void>;
}

const DATABASES = 1024;

export function findOnPath(program: string): string | undefined {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter).filter(Boolean)) {
    const file = path.join(folder, program);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not in this folder.
    }
  }
  return undefined;
}

/** Starts a real Redis on a free port of 127.0.0.1 without persistence, and waits until it accepts connections. */
export async function startRedis(folder: string): Promise<RunningRedis> {
  const port = await freePort();
  const settings = { port, bind: '127.0.0.1', databases: DATABASES, save: '', appendonly: 'no', dir: folder };
  const flags = Object.entries(settings).flatMap(([name, value]) => [`--${name}`, String(value)]);
  const child = spawn('redis-server', flags, { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  const exit = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await new Promise<void>((resolve, reject) => {
    let said = '';
    child.once('error', reject);
    child.once('exit', () => reject(new Error(`redis-server ended: ${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (/ready to accept connections/i.test(said)) {
        resolve();
      }
    });
  });
  writeFileSync(path.join(folder, 'redis.pid'), String(child.pid));
  const leave = () => child.kill('SIGKILL');
  process.on('exit', leave);
  const stop = async () => {
    child.kill('SIGTERM');
    await exit;
    process.off('exit', leave);
  };
  return { url: `redis://127.0.0.1:${port}`, databases: DATABASES, stop };
}

/**
 * Stops the server that a killed run left in `folder`, after checking that the process id still belongs to that server.
 */
export function stopLeftRedis(folder: string): void {
  try {
    const pid = Number(readFileSync(path.join(folder, 'redis.pid'), 'utf8'));
    if (readlinkSync(`/proc/${pid}/cwd`) === folder) {
      process.kill(pid, 'SIGKILL');
    }
  } catch {
    // No server, no permission or no /proc: nothing that could be ended safely.
  }
}
