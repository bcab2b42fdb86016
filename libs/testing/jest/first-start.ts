/** The built server's first start, made once for a run: what every later start of a spec file begins from. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { freePort } from '../../database/src/index.ts';
import { builtAppEnvironment } from '../src/built-app.ts';

const main = path.resolve(import.meta.dirname, '../../../apps/server/dist/main.js');
/** Patience, no measure: the demonstration's year is work, and a busy machine takes its time over it. */
const patienceMs = 240_000;

/**
 * Starts the server on an empty data folder and ends it politely.
 *
 * @param settings the environment that shapes the first start
 * @returns `folder`
 * @throws Error with the server's output when it does not become ready or does not end well
 */
export async function firstStart(folder: string, settings: Readonly<Record<string, string>>): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const port = await freePort();
  const child = spawn(process.execPath, [main], {
    env: builtAppEnvironment({ ...settings, PORT: String(port), LAWGATE_DATA: folder }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const output: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => output.push(String(chunk)));
  const gone = once(child, 'exit');
  const said = (what: string): Error => new Error(`the first start of the built server ${what}:\n${output.join('')}`);
  const leave = () => child.kill('SIGKILL');
  process.on('exit', leave);
  try {
    for (const deadline = Date.now() + patienceMs; ; await delay(50)) {
      if (child.exitCode !== null || child.signalCode !== null) throw said('ended by itself');
      if (Date.now() > deadline) throw said('did not become ready');
      if (await isReady(port)) break;
    }
    child.kill('SIGINT');
    const [code] = await gone;
    if (code !== 0) throw said(`did not end well (${String(code)})`);
  } catch (error) {
    child.kill('SIGKILL');
    throw error;
  } finally {
    process.off('exit', leave);
  }
  // Each copy takes a port of its own. There is none where the database was lent.
  rmSync(path.join(folder, 'postgres', 'port'), { force: true });
  return folder;
}

function isReady(port: number): Promise<boolean> {
  return fetch(`http://127.0.0.1:${port}/api/health/ready`).then(
    async (response) => (await response.text(), response.ok),
    () => false,
  );
}
