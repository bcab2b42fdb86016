/** The built server's first start, made once for a run: what every later start of a spec file begins from. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startBuiltServer } from './built-server.ts';

/**
 * Starts the server on an empty data folder and ends it politely.
 *
 * @param settings the environment that shapes the first start
 * @returns `folder`
 * @throws Error with the server's output when it does not become ready or does not end well
 */
export async function firstStart(folder: string, settings: Readonly<Record<string, string>>): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const server = await startBuiltServer(folder, settings);
  await server.stop();
  // Each copy takes a port of its own. There is none where the database is shared.
  rmSync(path.join(folder, 'postgres', 'port'), { force: true });
  return folder;
}
