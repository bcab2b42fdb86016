/**
 * What a table file is, whichever format it came in. This file and its neighbours are also run in a thread of their
 * own, where Node strips the types by itself: nothing here that has to be compiled (parameter properties, enums).
 */

/** A row of cells as text, with its place in the file. */
export interface TableRow {
  /** 1-based: the line of a csv, the row of a sheet. */
  readonly line: number;
  readonly cells: readonly string[];
}

export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** Of a csv; of a workbook always `utf-8`. */
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030';
  /** Of a workbook. */
  readonly sheet: string | null;
  readonly rows: readonly TableRow[];
}

export type TableProblem =
  | 'register.file-empty'
  | 'register.file-unreadable'
  | 'register.file-too-slow'
  | 'register.csv-quotes'
  | 'register.one-column'
  | 'register.too-many-columns'
  | 'register.too-many-rows'
  | 'register.workbook-too-large';

/** A file that cannot be read as a table. */
export class TableError extends Error {
  readonly code: TableProblem;

  constructor(code: TableProblem, message: string) {
    super(message);
    this.name = 'TableError';
    this.code = code;
  }
}

/** Rows with something in them, at most; titles and headings above are given some more. */
export const mostRows = 100_000;
const mostLinesAbove = 50;
export const mostColumns = 100;
/** Characters (UTF-16 units) of one cell that are read; no column of a register holds more. */
export const mostText = 4_000;

/** Takes rows one by one and refuses what is too much as soon as it is. */
export class RowCollector {
  readonly rows: TableRow[] = [];
  #widest = 0;

  /** @throws TableError `register.too-many-columns`, `register.too-many-rows` */
  add(line: number, cells: readonly string[]): void {
    let width = cells.length;
    while (width > 0 && cells[width - 1] === '') width -= 1;
    if (width === 0) return;
    if (width > mostColumns) {
      throw new TableError(
        'register.too-many-columns',
        `第${line}行有${width}列，超过${mostColumns}列。请只保留台账的列后重新上传。`,
      );
    }
    this.#widest = Math.max(this.#widest, width);
    if (this.rows.length >= mostRows + mostLinesAbove) throw tooManyRows();
    this.rows.push({ line, cells: cells.slice(0, width).map((cell) => cell.slice(0, mostText)) });
  }

  /** @throws TableError `register.file-empty`, `register.one-column` */
  finish(): readonly TableRow[] {
    if (this.rows.length === 0) {
      throw new TableError('register.file-empty', '文件里没有内容，请检查后重新上传。');
    }
    if (this.#widest < 2) {
      throw new TableError('register.one-column', '文件只有一列，不是台账。请用逗号或制表符分列，或上传 xlsx 文件。');
    }
    return this.rows;
  }
}

export function tooManyRows(): TableError {
  return new TableError('register.too-many-rows', `超过${mostRows}行。请按年份拆成几个文件分别导入。`);
}
