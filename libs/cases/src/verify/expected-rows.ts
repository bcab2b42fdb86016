/** The rows of a case as its chains say that they are: what commits and the log wrote, applied in their order. Pure. */
import { canonicalJson } from '../read/loaded-case.ts';
import { keyText, type WrittenRow } from './written-row.ts';

/** Where a value was written last. */
export interface Source {
  /** `history`: the row of the history with this number; `log`: the entry of the log. */
  readonly in: 'history' | 'log';
  readonly seq: number;
}

export interface ExpectedValue {
  readonly value: unknown;
  readonly source: Source;
}

export interface ExpectedRow {
  readonly key: Readonly<Record<string, unknown>>;
  /** False for a row that was there before anything was recorded: only its changes are known. */
  readonly isWhole: boolean;
  readonly source: Source;
  readonly values: ReadonlyMap<string, ExpectedValue>;
}

interface Draft {
  readonly key: Readonly<Record<string, unknown>>;
  isWhole: boolean;
  readonly source: Source;
  readonly values: Map<string, ExpectedValue>;
}

export class ExpectedRows {
  readonly #tables = new Map<string, Map<string, Draft>>();
  /** Rows of which nobody can say whether a conditional change was written. */
  readonly #unknown = new Set<string>();

  /** @param knowsAll true for a case whose every commit is recorded */
  constructor(private readonly knowsAll: boolean) {}

  apply(row: WrittenRow, source: Source): void {
    const key = keyText(row.in, row.key);
    const rows = this.#rowsOf(row.in);
    const known = rows.get(key);
    if (row.unless !== undefined || row.where !== undefined) {
      if (known === undefined && !this.knowsAll) {
        this.#unknown.add(`${row.in} ${key}`);
        return;
      }
      if (row.unless !== undefined && known !== undefined && has(known, row.unless)) return;
      if (row.where !== undefined && (known === undefined || !has(known, row.where))) return;
    }
    const draft = known ?? { key: row.key, isWhole: row.add === true, source, values: new Map() };
    if (row.add === true) draft.isWhole = true;
    for (const [column, value] of Object.entries(row.set)) draft.values.set(column, { value, source });
    rows.set(key, draft);
  }

  of(table: string): ReadonlyMap<string, ExpectedRow> {
    return this.#rowsOf(table);
  }

  isUnknown(table: string, key: string): boolean {
    return this.#unknown.has(`${table} ${key}`);
  }

  #rowsOf(table: string): Map<string, Draft> {
    const rows = this.#tables.get(table) ?? new Map<string, Draft>();
    this.#tables.set(table, rows);
    return rows;
  }
}

function has(row: Draft, wanted: Readonly<Record<string, unknown>>): boolean {
  return Object.entries(wanted).every(([column, value]) => sameValue(column, row.values.get(column)?.value, value));
}

/** Instants are written with and without an offset; JSON by whatever order of its properties. */
export function sameValue(column: string, one: unknown, other: unknown): boolean {
  return comparable(column, one) === comparable(column, other);
}

function comparable(column: string, value: unknown): string {
  if (typeof value === 'string' && (column === 'at' || column.endsWith('_at'))) {
    const at = Date.parse(value);
    // PostgreSQL has microseconds; whatever is below a millisecond was not written by a commit.
    const below = /\.\d{3}(\d+)/.exec(value)?.[1] ?? '';
    if (!Number.isNaN(at)) return `${new Date(at).toISOString()}${below.replace(/0+$/, '')}`;
  }
  return canonicalJson(value ?? null);
}
