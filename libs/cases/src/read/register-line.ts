/** What the registers say of a recorded case, of which a later one may have said more. Pure. */
import {
  completed,
  converted,
  recorded,
  type HistoryBody,
  type RegisterLine,
  type RegisterRecord,
} from './loaded-case.ts';

export interface RegisterLines {
  /** The line that the case was recorded from, and its history row. */
  readonly first: RegisterLine & { readonly row: HistoryBody };
  /** Lines of later registers that said more, the oldest first. */
  readonly later: readonly (RegisterLine & { readonly row: HistoryBody })[];
  /** What all of them say. */
  readonly record: RegisterRecord;
}

/** @returns null for a case that was worked through */
export function registerLinesIn(rows: readonly HistoryBody[]): RegisterLines | null {
  const lines = (types: readonly string[]) =>
    rows.filter(({ type }) => types.includes(type)).map((row) => ({ ...(row.payload as RegisterLine), row }));
  const first = lines([recorded, converted]).at(-1);
  if (first === undefined) return null;
  const later = lines([completed]);
  const record = later.reduce((before, line) => completedRecord(before, line.record), first.record);
  return { first, later, record };
}

/** A later line fills what the earlier one left blank; its status and note are the newer ones. */
export function completedRecord(before: RegisterRecord, later: RegisterRecord): RegisterRecord {
  const known = Object.fromEntries(Object.entries(before).filter(([, value]) => value !== null));
  return { ...later, ...known, status: later.status ?? before.status, note: later.note ?? before.note };
}
