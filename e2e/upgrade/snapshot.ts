/**
 * Dumps and restores all rows of a database as text. Written in SQL because there is no `pg_dump` with the embedded
 * PostgreSQL: every value is stored as PostgreSQL prints it, so it is restored byte for byte, in the order of the rows
 * on disk. Generated columns are left out; identity columns and sequences are restored with their values.
 */
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type pg from 'pg';

export interface TableRows {
  readonly table: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly (string | null)[])[];
}

export interface SequenceValue {
  readonly sequence: string;
  readonly lastValue: string;
  readonly isCalled: boolean;
}

export interface DatabaseSnapshot {
  readonly tables: readonly TableRows[];
  readonly sequences: readonly SequenceValue[];
}

interface Column {
  readonly table: string;
  readonly column: string;
  readonly type: string;
}

/** Every stored column of every table of schema `public`, in the order of the catalogue. */
async function columnsOf(client: pg.ClientBase): Promise<Map<string, Column[]>> {
  const { rows } = await client.query<Column>(
    `select c.relname as table, a.attname as column, format_type(a.atttypid, a.atttypmod) as type
       from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname = 'public' and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
      order by c.relname, a.attnum`,
  );
  return Map.groupBy(rows, ({ table }) => table);
}

const quoted = (name: string): string => `"${name}"`;

/** @param client the owner's, in a transaction with one snapshot */
export async function takeSnapshot(client: pg.ClientBase): Promise<DatabaseSnapshot> {
  const tables: TableRows[] = [];
  for (const [table, columns] of await columnsOf(client)) {
    const values = columns.map(({ column }) => `${quoted(column)}::text`).join(', ');
    const { rows } = await client.query<(string | null)[]>({
      text: `select ${values} from only ${quoted(table)} order by ctid`,
      rowMode: 'array',
    });
    tables.push({ table, columns: columns.map(({ column }) => column), rows });
  }
  const names = await client.query<{ name: string }>(
    `select sequencename as name from pg_sequences where schemaname = 'public' order by 1`,
  );
  const sequences: SequenceValue[] = [];
  for (const { name } of names.rows) {
    const { rows } = await client.query<SequenceValue>(
      `select $1::text as sequence, last_value::text as "lastValue", is_called as "isCalled" from ${quoted(name)}`,
      [name],
    );
    sequences.push(...rows);
  }
  return { tables, sequences };
}

/**
 * Writes a snapshot into the empty tables of the same schema. Triggers and foreign keys do not run: the rows are as the
 * triggers left them.
 *
 * @param client a superuser's
 */
export async function restoreSnapshot(client: pg.ClientBase, snapshot: DatabaseSnapshot): Promise<void> {
  const types = new Map([...(await columnsOf(client)).values()].flat().map((c) => [`${c.table}.${c.column}`, c.type]));
  await client.query('begin; set local session_replication_role = replica; set local timezone = utc');
  for (const { table, columns, rows } of snapshot.tables) {
    const values = columns.map((column, at) => `(r.v ->> ${at})::${types.get(`${table}.${column}`)}`);
    await client.query(
      `insert into ${quoted(table)} (${columns.map(quoted).join(', ')}) overriding system value
       select ${values.join(', ')} from json_array_elements($1::json) with ordinality as r (v, at) order by r.at`,
      [JSON.stringify(rows)],
    );
  }
  for (const { sequence, lastValue, isCalled } of snapshot.sequences) {
    await client.query('select setval($1, $2, $3)', [quoted(sequence), lastValue, isCalled]);
  }
  await client.query('commit');
}

/** Contents by their SHA-256 in hexadecimal. */
export type Contents = ReadonlyMap<string, Buffer>;

export function packSnapshot(snapshot: DatabaseSnapshot): Buffer {
  return compressed(Buffer.from(JSON.stringify(snapshot)));
}

export function unpackSnapshot(packed: Buffer): DatabaseSnapshot {
  return JSON.parse(brotliDecompressSync(packed).toString()) as DatabaseSnapshot;
}

/**
 * One line of JSON with addresses and sizes, then the bytes of all contents, compressed together, so that common parts
 * take little space.
 */
export function packContents(contents: Contents): Buffer {
  const sorted = [...contents].sort(([a], [b]) => (a < b ? -1 : 1));
  const index = sorted.map(([sha256, bytes]) => [sha256, bytes.length]);
  return compressed(Buffer.concat([Buffer.from(`${JSON.stringify(index)}\n`), ...sorted.map(([, bytes]) => bytes)]));
}

export function unpackContents(packed: Buffer): Contents {
  const whole = brotliDecompressSync(packed);
  const contents = new Map<string, Buffer>();
  let at = whole.indexOf('\n') + 1;
  for (const [sha256, size] of JSON.parse(whole.subarray(0, at).toString()) as [string, number][]) {
    contents.set(sha256, whole.subarray(at, at + size));
    at += size;
  }
  return contents;
}

function compressed(bytes: Buffer): Buffer {
  return brotliCompressSync(bytes, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY,
      [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
      [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
    },
  });
}
