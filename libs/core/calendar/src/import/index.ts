import { readIcs } from './ics.ts';
import { readJson } from './json.ts';
import { readNotice, readNoticeOf } from './notice.ts';
import { checkTable } from './table.ts';
import type { ReadTable, TableFormat } from './table.ts';

export { tableFormats } from './table.ts';
export type { ImportProblem, ImportProblemCode, ReadTable, TableFormat } from './table.ts';
export { compareTables } from './compare.ts';
export type { TableDiff } from './compare.ts';

/**
 * Reads the official table of one year. Never throws: everything that cannot be read is listed in `problems`, and a
 * table with problems must not be used.
 *
 * @param year the year to read; needed where the text holds several or names none
 */
export function readTable(format: TableFormat, text: string, year: number | null = null): ReadTable {
  switch (format) {
    case 'json':
      return checkTable(readJson(text), year);
    case 'ics':
      return checkTable(readIcs(text), year);
    case 'notice':
      return checkTable(year === null ? readNotice(text) : readNoticeOf(text, year), year);
  }
}
