/** Restores the database of a released version, schema and rows, from the folder with the version's name. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import pg from 'pg';
import { restoreSnapshot, unpackContents, unpackSnapshot, type DatabaseSnapshot } from './snapshot.ts';

/**
 * Restores the database of a version into an empty one. The roles `lawgate_app` and `lawgate_worker` must exist on the
 * server.
 *
 * @param version name of the folder, such as `0.1`
 * @param url the owner's connection, of a superuser
 * @returns its rows
 */
export function restoreVersion(version: string, url: string): Promise<DatabaseSnapshot> {
  return restore(version, url, () => true);
}

/** Like {@link restoreVersion}, but only with the rows that record which migrations have run. */
export function restoreSchema(version: string, url: string): Promise<DatabaseSnapshot> {
  return restore(version, url, (table) => table === 'schema_migration');
}

async function restore(version: string, url: string, wanted: (table: string) => boolean): Promise<DatabaseSnapshot> {
  const folder = path.join(import.meta.dirname, version);
  const whole = unpackSnapshot(await readFile(path.join(folder, 'rows.json.br')));
  const snapshot = { ...whole, tables: whole.tables.filter(({ table }) => wanted(table)) };
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (const file of (await readdir(path.join(folder, 'schema'))).sort()) {
      await client.query(await readFile(path.join(folder, 'schema', file), 'utf8'));
    }
    await restoreSnapshot(client, snapshot);
    // Without statistics the planner would treat a restored database as empty.
    await client.query('analyze');
    return snapshot;
  } finally {
    await client.end();
  }
}

/** Writes the contents of a version into an empty folder, in the layout of its content store: `sha256/ab/cd/<hash>`. */
export async function restoreContents(version: string, folder: string): Promise<void> {
  const contents = unpackContents(await readFile(path.join(import.meta.dirname, version, 'contents.br')));
  for (const [sha256, bytes] of contents) {
    const place = path.join(folder, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4));
    await mkdir(place, { recursive: true });
    await writeFile(path.join(place, sha256), bytes);
  }
}
