/** The built server as a separate process, on a data folder of the caller. */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../database/src/embedded-postgres.ts';
import { spawnBuiltApp } from '../src/built-app.ts';

/** Generous timeout; not a benchmark: loading the demonstration takes long on a busy machine. */
const readyTimeoutMs = 240_000;

export interface BuiltServer {
  readonly base: string;
  /** Stops it like Ctrl-C. @throws Error with its output when it does not end with exit code 0 */
  stop(): Promise<void>;
}

/**
 * @param settings its environment variables
 * @throws Error with the server's output when it does not become ready; it has then been ended
 */
export async function startBuiltServer(
  folder: string,
  settings: Readonly<Record<string, string>>,
): Promise<BuiltServer> {
  const port = await freePort();
  const child = spawnBuiltApp('server', { ...settings, PORT: String(port), LAWGATE_DATA: folder });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(String(chunk)));
  const gone = once(child, 'exit');
  const said = (what: string): Error => new Error(`the built server ${what}:\n${output.join('')}`);
  const leave = () => child.kill('SIGKILL');
  process.on('exit', leave);
  try {
    for (const deadline = Date.now() + readyTimeoutMs; ; await delay(50)) {
      if (child.exitCode !== null || child.signalCode !== null) throw said('ended by itself');
      if (Date.now() > deadline) throw said('did not become ready');
      if (await isReady(port)) break;
    }
  } catch (error) {
    leave();
    process.off('exit', leave);
    throw error;
  }
  const stop = async () => {
    child.kill('SIGINT');
    const [code] = await gone;
    process.off('exit', leave);
    if (code !== 0) throw said(`did not end well (${String(code)})`);
  };
  return { base: `http://127.0.0.1:${port}`, stop };
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
    async (response) => (await response.text(), response.ok),
    () => false,
  );
}
