/** The rows of an import: written and read in a transaction scoped to one organisation. */
import { json, type Transaction } from '@lawgate/database';
import type { TableRow } from '@lawgate/files';
import { sql } from 'kysely';
import type { ReportingTables } from '../../tables.ts';
import type { NumberParts } from './dates.ts';
import type { RowProblem } from './row-check.ts';

type Tx = Transaction<ReportingTables>;

/** Imports with the name of who made each. */
export const imports = ({ db }: Tx) =>
  db
    .selectFrom('register_import as i')
    .innerJoin('person as p', 'p.id', 'i.createdBy')
    .select(['i.id', 'i.orgId', 'i.orgPath', 'i.fileName', 'i.size', 'i.fileHash', 'i.fileSm3', 'i.format'])
    .select([
      'i.encoding',
      'i.sheet',
      'i.sheets',
      'i.headerLine',
      'i.headings',
      'i.mapping',
      'i.remembered as isMappingKept',
    ])
    .select(['i.state', 'i.version', 'i.createdBy', 'p.name as createdByName'])
    .select(['i.createdAt', 'i.startedAt', 'i.finishedAt']);

export type StoredImport = Readonly<Awaited<ReturnType<ReturnType<typeof imports>['executeTakeFirstOrThrow']>>>;

export type LineState = 'above' | 'add' | 'skip' | 'refuse' | 'added';

export interface CheckedLine {
  readonly line: number;
  readonly state: LineState;
  readonly problems: readonly RowProblem[];
  readonly rowKey: string | null;
}

/** The kind of the job that runs an import. */
export const registerImportKind = 'register.import';

/** Lines written or looked at in one statement. */
const batch = 2_000;

export async function insertImport(tx: Tx, made: StoredImport, rows: readonly TableRow[]): Promise<void> {
  const { createdByName: _, isMappingKept, headings, mapping, sheets, ...columns } = made;
  await tx.db
    .insertInto('register_import')
    .values({
      ...columns,
      sheets: json(sheets),
      headings: json(headings),
      mapping: json(mapping),
      remembered: isMappingKept,
    })
    .execute();
  await insertLines(tx, made, rows);
}

/** Replaces the lines of a draft by those of another sheet. */
export async function replaceLines(tx: Tx, after: StoredImport, rows: readonly TableRow[]): Promise<void> {
  await tx.db
    .updateTable('register_import')
    .set({
      sheet: after.sheet,
      headerLine: after.headerLine,
      headings: json(after.headings),
      mapping: json(after.mapping),
      remembered: after.isMappingKept,
      version: after.version,
    })
    .where('id', '=', after.id)
    .execute();
  await tx.db.deleteFrom('register_import_line').where('importId', '=', after.id).execute();
  await insertLines(tx, after, rows);
}

async function insertLines({ db }: Tx, made: StoredImport, rows: readonly TableRow[]): Promise<void> {
  for (let from = 0; from < rows.length; from += batch) {
    const some = sql<TableRow>`jsonb_to_recordset(${JSON.stringify(rows.slice(from, from + batch))})`;
    await db
      .insertInto('register_import_line')
      .columns(['importId', 'line', 'orgId', 'orgPath', 'cells', 'doubt', 'state'])
      .expression(({ selectFrom, val }) =>
        selectFrom(some.as<'x'>(sql`x (line int, cells jsonb, doubt text)`)).select([
          val(made.id).as('importId'),
          'x.line',
          val(made.orgId).as('orgId'),
          val(made.orgPath).as('orgPath'),
          'x.cells',
          'x.doubt',
          sql.lit('above').as('state'),
        ]),
      )
      .execute();
  }
}

export interface StoredLine extends TableRow {
  readonly problems: readonly RowProblem[];
}

/** All lines in their order, some at a time. */
export async function* linesOf({ db }: Tx, id: string, state?: LineState): AsyncGenerator<StoredLine[]> {
  let after = 0;
  for (;;) {
    let next = db
      .selectFrom('register_import_line')
      .select(['line', 'cells', 'doubt', 'problems'])
      .where('importId', '=', id)
      .where('line', '>', after);
    if (state !== undefined) next = next.where('state', '=', state);
    const found = await next.orderBy('line').limit(sql.lit(batch)).execute();
    const last = found.at(-1);
    if (last === undefined) return;
    yield found;
    after = last.line;
  }
}

export async function writeLines({ db }: Tx, id: string, lines: readonly CheckedLine[]): Promise<void> {
  const rows = lines.map(({ line, state, problems, rowKey: key }) => ({ line, state, problems: [...problems], key }));
  const checked = sql<(typeof rows)[number]>`jsonb_to_recordset(${JSON.stringify(rows)})`;
  await db
    .updateTable('register_import_line as l')
    .from(checked.as<'x'>(sql`x (line int, state text, problems jsonb, key text)`))
    .set(({ ref }) => ({ state: ref('x.state'), problems: ref('x.problems'), rowKey: ref('x.key') }))
    .where('l.importId', '=', id)
    .whereRef('l.line', '=', 'x.line')
    .where('l.state', '<>', 'added')
    .execute();
}

export interface LineCounts {
  readonly add: number;
  readonly skip: number;
  readonly refuse: number;
  readonly added: number;
}

export async function countLines({ db }: Tx, ids: readonly string[]): Promise<Map<string, LineCounts>> {
  const counts = new Map(ids.map((id) => [id, { add: 0, skip: 0, refuse: 0, added: 0 }]));
  if (ids.length === 0) return counts;
  const found = await db
    .selectFrom('register_import_line')
    .select(({ fn }) => ['importId as id', 'state', fn.countAll<number>().as('n')])
    .where('importId', 'in', ids)
    .groupBy(['importId', 'state'])
    .execute();
  for (const { id, state, n } of found) {
    const of = counts.get(id);
    if (of !== undefined && state !== 'above') of[state] = n;
  }
  return counts;
}

/** 代字〔年〕序号, by which a number is compared. */
export function keyOf({ code, year, number }: Pick<NumberParts, 'code' | 'year' | 'number'>): string {
  return `${code}〔${year}〕${number}`;
}

/** Titles of the cases that have these numbers of the organisation, by {@link keyOf}. */
export async function takenNumbers(
  { db }: Tx,
  orgId: string,
  numbers: readonly NumberParts[],
): Promise<Map<string, string>> {
  const asked = sql<NumberParts>`jsonb_to_recordset(${JSON.stringify(numbers)})`;
  const found = await db
    .selectFrom(asked.as<'x'>(sql`x (code text, year int, number int)`))
    .innerJoin('document_number as n', (join) =>
      join
        .on('n.orgId', '=', orgId)
        .onRef('n.code', '=', 'x.code')
        .onRef('n.year', '=', 'x.year')
        .onRef('n.number', '=', 'x.number'),
    )
    .innerJoin('review_case as c', 'c.id', 'n.caseId')
    .select(['n.code', 'n.year', 'n.number', 'c.title'])
    .execute();
  return new Map(found.map(({ title, ...number }) => [keyOf(number), title]));
}

export interface KnownCase {
  readonly id: string;
  /** False for a case that was worked through. */
  readonly recorded: boolean;
  readonly category: string;
  /** Kinds of its facts. */
  readonly facts: readonly string[];
  readonly title: string;
  readonly receivedOn: string;
  /** Numbers of its papers, as {@link keyOf}. */
  readonly numbers: readonly string[];
}

/**
 * Cases of the organisation with the same name, received on the same day.
 *
 * @param codes the 代字 whose numbers are returned
 */
export async function knownCases(
  { db }: Tx,
  orgId: string,
  rows: readonly { title: string; receivedOn: string }[],
  codes: readonly string[],
): Promise<KnownCase[]> {
  const asked = rows.map(({ title, receivedOn: received }) => ({ title, received }));
  const named = sql<(typeof asked)[number]>`jsonb_to_recordset(${JSON.stringify(asked)})`;
  const found = await db
    .selectFrom(({ selectFrom }) =>
      selectFrom(named.as<'r'>(sql`r (title text, received date)`))
        .select(['r.title', 'r.received'])
        .distinct()
        .as('x'),
    )
    .innerJoin('review_case as c', (join) => join.on('c.orgId', '=', orgId).onRef('c.title', '=', 'x.title'))
    .innerJoin('fact as f', (join) =>
      join.onRef('f.caseId', '=', 'c.id').on('f.kind', '=', 'received').onRef('f.onDate', '=', 'x.received'),
    )
    .select(['c.id', 'c.recorded', 'c.category', 'c.title', 'f.onDate as receivedOn'])
    .select(({ selectFrom }) =>
      selectFrom('fact as k')
        .select(({ fn }) => fn.agg<string[]>('array_agg', ['k.kind']).as('kinds'))
        .whereRef('k.caseId', '=', 'c.id')
        .as('facts'),
    )
    .select(({ selectFrom }) =>
      selectFrom('document_number as n')
        .select(({ fn, val }) => {
          const key = fn<string>('format', [val('%s〔%s〕%s'), 'n.code', 'n.year', 'n.number']);
          return fn.agg<string[]>('array_agg', [key]).as('keys');
        })
        .whereRef('n.caseId', '=', 'c.id')
        .where(({ eb, fn, val }) => eb('n.code', '=', fn.any(val(codes))))
        .as('numbers'),
    )
    .execute();
  return found.map((row) => ({ ...row, facts: row.facts ?? [], numbers: row.numbers ?? [] }));
}
