/** The first start of the built server, made once in a run; later starts in spec files use copies of its result. */
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { startBuiltServer } from './built-server.ts';

/**
 * Starts the server on an empty data folder and stops it gracefully.
 *
 * @param settings environment variables of the first start
 * @returns `folder`
 * @throws Error with the server's output when it does not become ready or does not end well
 */
export async function firstStart(folder: string, settings: Readonly<Record<string, string>>): Promise<string> {
  mkdirSync(folder, { recursive: true, mode: 0o711 });
  const server = await startBuiltServer(folder, settings);
  await server.stop();
  // Each copy chooses its own port. The file does not exist where the database is shared.
  rmSync(path.join(folder, 'postgres', 'port'), { force: true });
  return folder;
}
