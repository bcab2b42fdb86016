/** The rows of an import: written and read in a transaction scoped to one organisation. */
import type pg from 'pg';
import type { TableRow } from '@lawgate/files';
import type { Mapping } from './columns.ts';
import type { RowProblem } from './row-check.ts';

export interface StoredImport {
  readonly id: string;
  readonly orgId: string;
  readonly orgPath: string;
  readonly fileName: string;
  readonly size: number;
  readonly fileHash: string;
  readonly fileSm3: string;
  readonly format: 'csv' | 'xlsx';
  readonly encoding: string;
  readonly sheet: string | null;
  readonly headerLine: number | null;
  readonly headings: readonly string[];
  readonly mapping: Mapping;
  readonly isMappingKept: boolean;
  readonly state: 'draft' | 'running' | 'done';
  readonly version: number;
  readonly createdBy: string;
  readonly createdByName: string;
  readonly createdAt: Date;
  readonly startedAt: Date | null;
  readonly finishedAt: Date | null;
}

export type LineState = 'above' | 'add' | 'skip' | 'refuse' | 'added';

export interface CheckedLine {
  readonly line: number;
  readonly state: LineState;
  readonly problems: readonly RowProblem[];
  readonly rowKey: string | null;
}

/** The kind of the job that goes through an import. */
export const registerImportKind = 'register.import';

export const importColumns = `i.id, i.org_id as "orgId", i.org_path as "orgPath", i.file_name as "fileName", i.size::float8 as size,
  i.file_hash as "fileHash", i.file_sm3 as "fileSm3", i.format, i.encoding, i.sheet, i.header_line as "headerLine",
  i.headings, i.mapping, i.remembered as "isMappingKept", i.state, i.version, i.created_by as "createdBy", p.name as "createdByName",
  i.created_at as "createdAt", i.started_at as "startedAt", i.finished_at as "finishedAt"`;

/** Lines written or looked at in one statement. */
export const batch = 2_000;

export async function findImport(client: pg.PoolClient, id: string, lock = ''): Promise<StoredImport | null> {
  const found = await client.query<StoredImport>(
    `select ${importColumns} from register_import i join person p on p.id = i.created_by where i.id = $1 ${lock}`,
    [id],
  );
  return found.rows[0] ?? null;
}

export async function insertImport(
  client: pg.PoolClient,
  made: StoredImport,
  rows: readonly TableRow[],
): Promise<void> {
  await client.query(
    `insert into register_import (id, org_id, org_path, file_name, size, file_hash, file_sm3, format, encoding, sheet,
       header_line, headings, mapping, remembered, state, created_by, created_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17)`,
    [
      made.id,
      made.orgId,
      made.orgPath,
      made.fileName,
      made.size,
      made.fileHash,
      made.fileSm3,
      made.format,
      made.encoding,
      made.sheet,
      made.headerLine,
      JSON.stringify(made.headings),
      JSON.stringify(made.mapping),
      made.isMappingKept,
      made.state,
      made.createdBy,
      made.createdAt,
    ],
  );
  for (let from = 0; from < rows.length; from += batch) {
    await client.query(
      `insert into register_import_line (import_id, line, org_id, org_path, cells, state)
       select $1, x.line, $2, $3, x.cells, 'above' from jsonb_to_recordset($4) as x (line int, cells jsonb)`,
      [made.id, made.orgId, made.orgPath, JSON.stringify(rows.slice(from, from + batch))],
    );
  }
}

/** All lines in their order, some at a time. */
export async function* linesOf(
  client: pg.PoolClient,
  id: string,
  states: readonly LineState[] | null = null,
): AsyncGenerator<TableRow[]> {
  let after = 0;
  for (;;) {
    const found = await client.query<TableRow>(
      `select line, cells from register_import_line
        where import_id = $1 and line > $2 and ($3::text[] is null or state = any($3)) order by line limit ${batch}`,
      [id, after, states],
    );
    const last = found.rows.at(-1);
    if (last === undefined) return;
    yield found.rows;
    after = last.line;
  }
}

export async function writeLines(client: pg.PoolClient, id: string, lines: readonly CheckedLine[]): Promise<void> {
  await client.query(
    `update register_import_line l set state = x.state, problems = x.problems, row_key = x."rowKey"
       from jsonb_to_recordset($2) as x (line int, state text, problems jsonb, "rowKey" text)
      where l.import_id = $1 and l.line = x.line and l.state <> 'added'`,
    [id, JSON.stringify(lines)],
  );
}

export interface LineCounts {
  readonly add: number;
  readonly skip: number;
  readonly refuse: number;
  readonly added: number;
}

export async function countLines(client: pg.PoolClient, ids: readonly string[]): Promise<Map<string, LineCounts>> {
  const found = await client.query<{ id: string; state: LineState; n: number }>(
    `select import_id as id, state, count(*)::int as n from register_import_line
      where import_id = any($1::uuid[]) group by 1, 2`,
    [ids],
  );
  const counts = new Map(ids.map((id) => [id, { add: 0, skip: 0, refuse: 0, added: 0 }]));
  for (const { id, state, n } of found.rows) {
    const of = counts.get(id);
    if (of !== undefined && state !== 'above') of[state] = n;
  }
  return counts;
}

/** Numbers of the organisation that are taken, with whose they are; `key` is 代字〔年〕序号. */
export async function takenNumbers(
  client: pg.PoolClient,
  orgId: string,
  numbers: readonly { code: string; year: number; number: number }[],
): Promise<Map<string, string>> {
  const found = await client.query<{ key: string; title: string }>(
    `select n.code || '〔' || n.year || '〕' || n.number as key, c.title
       from jsonb_to_recordset($2) as x (code text, year int, number int)
       join document_number n on n.org_id = $1 and n.code = x.code and n.year = x.year and n.number = x.number
       join review_case c on c.id = n.case_id`,
    [orgId, JSON.stringify(numbers)],
  );
  return new Map(found.rows.map(({ key, title }) => [key, title]));
}

export interface KnownCase {
  readonly title: string;
  readonly receivedOn: string;
  /** Numbers of its papers, as `key` of {@link takenNumbers}. */
  readonly numbers: readonly string[];
}

/**
 * Cases of the organisation with the same name, received on the same day.
 *
 * @param codes the 代字 whose numbers matter
 */
export async function knownCases(
  client: pg.PoolClient,
  orgId: string,
  rows: readonly { title: string; receivedOn: string }[],
  codes: readonly string[],
): Promise<KnownCase[]> {
  const found = await client.query<KnownCase>(
    `select c.title, f.on_date::text as "receivedOn",
            coalesce((select array_agg(n.code || '〔' || n.year || '〕' || n.number) from document_number n
                       where n.case_id = c.id and n.code = any($3)), '{}') as numbers
       from (select distinct title, "receivedOn" from jsonb_to_recordset($2) as x (title text, "receivedOn" date)) x
       join review_case c on c.org_id = $1 and c.title = x.title
       join fact f on f.case_id = c.id and f.kind = 'received' and f.on_date = x."receivedOn"`,
    [orgId, JSON.stringify(rows), codes],
  );
  return found.rows;
}
