/** The SQL files of the schema: numbered migrations of tables, and the current state of everything else. */
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';

export interface SqlFile {
  /** Without `.sql`: `0001-baseline`, or `functions/commit-event` of the folder `current`. */
  readonly name: string;
  readonly sql: string;
  /** SHA-256 of `sql`, in hexadecimal. */
  readonly sha256: string;
}

/** With a trailing slash. */
export const SQL_FOLDER = new URL('../sql/', import.meta.url);

/** Each kind may refer to earlier kinds: a policy calls functions. Within a kind the order does not matter. */
const currentKinds = ['functions', 'views', 'triggers', 'policies'] as const;

/** `NNNN-name.sql` of the folder, in the order of their numbers. */
export function migrationFiles(folder: URL): SqlFile[] {
  const names = readdirSync(folder).filter((file) => /^\d{4}-[a-z0-9-]+\.sql$/.test(file));
  return names.sort().map((file) => sqlFile(folder, file));
}

/** The files of `current/`, in the order in which they can be applied. */
export function currentFiles(folder: URL): SqlFile[] {
  const current = new URL('current/', folder);
  return currentKinds.flatMap((kind) => {
    const place = new URL(`${kind}/`, current);
    const names = existsSync(place) ? readdirSync(place).filter((file) => file.endsWith('.sql')) : [];
    return names.sort().map((file) => sqlFile(current, `${kind}/${file}`));
  });
}

function sqlFile(folder: URL, file: string): SqlFile {
  // Git may check out files with other line ends; their hash must stay the same.
  const sql = readFileSync(new URL(file, folder), 'utf8').replaceAll('\r\n', '\n');
  return { name: file.slice(0, -'.sql'.length), sql, sha256: createHash('sha256').update(sql).digest('hex') };
}
