/** The built server as a process of its own, on a data folder that the caller made. */
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../database/src/embedded-postgres.ts';
import { spawnBuiltApp } from '../src/built-app.ts';

/** Generous timeout; not a benchmark: the demonstration's year is work on a busy machine. */
const readyTimeoutMs = 240_000;

export interface BuiltServer {
  readonly base: string;
  /** Ends it as Ctrl-C does. @throws Error with its output when it does not end well */
  stop(): Promise<void>;
}

/**
 * @param settings the environment that shapes it
 * @throws Error with the server's output when it does not become ready; then it has been ended
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
