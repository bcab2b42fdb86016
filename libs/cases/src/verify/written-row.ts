/** Rows as commits and the log record them: the names of tables and columns are those of the database. */
import { tableOf } from './coverage.ts';

export interface WrittenRow {
  /** Table. */
  readonly in: string;
  /** Values of the key columns, see `coverage`. */
  readonly key: Readonly<Record<string, unknown>>;
  /** True for a new row; otherwise `set` has only what changed. */
  readonly add?: boolean;
  readonly set: Readonly<Record<string, unknown>>;
  /** Written only where the row is there and has these values. */
  readonly where?: Readonly<Record<string, unknown>>;
  /** Not written where the row is there and has these values. */
  readonly unless?: Readonly<Record<string, unknown>>;
}

/** What a commit wrote, in the body of its row of `history_write`. */
export interface WriteBody {
  readonly case: string;
  readonly seq: number;
  readonly rows: readonly WrittenRow[];
}

/** One entry of the log of a case, as it is hashed. */
export interface LogBody {
  readonly case: string;
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly type: string;
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** The end of the history at that time: version and hash. */
  readonly history: { readonly seq: number; readonly hash: string };
  readonly rows: readonly WrittenRow[];
}

/** The covered columns of a row of the database, without its keys. `only` limits them to what was written. */
export function recordedColumns(
  table: string,
  row: Readonly<Record<string, unknown>>,
  only?: readonly string[],
): Record<string, unknown> {
  const covered = tableOf(table);
  if (covered === undefined) throw new Error(`verification does not know the table ${table}`);
  const names = Object.keys(covered.columns).filter(
    (column) => column in row && column !== 'org_path' && (only === undefined || only.includes(column)),
  );
  return Object.fromEntries(names.map((name) => [name, row[name] ?? null]));
}

/** The key of a row as one text. */
export function keyText(table: string, row: Readonly<Record<string, unknown>>): string {
  return (tableOf(table)?.key ?? []).map((column) => String(row[column])).join(' ');
}
