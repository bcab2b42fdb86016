/**
 * A table read from a file of any format. This file and its neighbours also run in a worker thread, where Node strips
 * the types: syntax that must be compiled (parameter properties, enums) is not allowed.
 */

/** A row of cells as text, with its position in the file. */
export interface TableRow {
  /** 1-based: the line of a csv, the row of a sheet. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** Encoding of a csv; always `utf-8` for a workbook. */
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030';
  /** Name of the sheet of a workbook. */
  readonly sheet: string | null;
  readonly rows: readonly TableRow[];
}

export type TableProblem =
  | 'empty'
  | 'empty-workbook'
  /** Neither a workbook nor text. */
  | 'not-a-table'
  | 'not-a-workbook'
  | 'workbook-too-large'
  | 'out-of-memory'
  | 'too-slow'
  /** The reading thread ended without an answer. */
  | 'reader-failed'
  | 'unbalanced-quotes'
  | 'one-column'
  | 'too-many-columns'
  | 'too-many-rows';

/** Where in the file the problem is, as far as known. */
export interface TablePlace {
  /** 1-based: the line of a csv, the row of a sheet. */
  readonly line?: number;
  /** Number of columns in this line. */
  readonly columns?: number;
}

/** A file that cannot be read as a table. The caller provides the message for people. */
export class TableError extends Error {
  readonly problem: TableProblem;
  readonly place: TablePlace;

  constructor(problem: TableProblem, place: TablePlace = {}, cause?: unknown) {
    super(`table: ${problem}`, { cause });
    this.name = 'TableError';
    this.problem = problem;
    this.place = place;
  }
}

/** Maximum number of rows with content; some more are allowed for titles and headings above. */
export const maxRows = 100_000;
const maxLinesAbove = 50;
export const maxColumns = 100;
/** Maximum characters (UTF-16 units) of one cell that are read; no column of a register has more. */
export const maxTextLength = 4_000;

/** Collects rows one by one and throws as soon as a limit is exceeded. */
export class RowCollector {
  readonly rows: TableRow[] = [];
  #widest = 0;

  /** @throws TableError `too-many-columns`, `too-many-rows` */
  add(line: number, cells: readonly string[]): void {
    let width = cells.length;
    while (width > 0 && cells[width - 1] === '') width -= 1;
    if (width === 0) return;
    if (width > maxColumns) {
      throw new TableError('too-many-columns', { line, columns: width });
    }
    this.#widest = Math.max(this.#widest, width);
    if (this.rows.length >= maxRows + maxLinesAbove) throw new TableError('too-many-rows');
    this.rows.push({ line, cells: cells.slice(0, width).map((cell) => cell.slice(0, maxTextLength)) });
  }

  /** @throws TableError `empty`, `one-column` */
  finish(): readonly TableRow[] {
    if (this.rows.length === 0) throw new TableError('empty');
    if (this.#widest < 2) throw new TableError('one-column');
    return this.rows;
  }
}
