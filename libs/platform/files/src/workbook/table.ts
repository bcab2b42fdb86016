/**
 * A table read from a file of any format. This file and its neighbours also run in a worker thread, where Node strips
 * the types: syntax that must be compiled (parameter properties, enums) is not allowed.
 */
import { cleanText } from './clean-text.ts';

/**
 * How a row was read whose text breaks the rules of its format. `quotes-literal`: quotation marks within a cell were
 * taken as characters. `quotes-unclear`: where cells begin and end is not certain. `undecodable`: bytes that are no text
 * in the encoding of the file.
 */
export type RowDoubt = 'quotes-literal' | 'quotes-unclear' | 'undecodable';

/** A row of cells as text, with its position in the file. */
export interface TableRow {
  /** 1-based: the line of a csv, the row of a sheet. */
  readonly line: number;
  /**
   * A date of a workbook is 2023-02-08, with a time 2023-02-08 10:30:00. A formula whose value the file does not contain
   * is its text, which begins with `=`; an error value is its text, such as `#N/A`.
   */
  readonly cells: readonly string[];
  readonly doubt?: RowDoubt | null;
}

/** A sheet of a workbook. */
export interface TableSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** Number of rows with content. */
  readonly rows: number;
  /** Its first rows with content, to recognise a heading: at most {@link maxTopRows} rows, of the first sheets only. */
  readonly top: readonly TableRow[];
}

export interface Table {
  readonly format: 'csv' | 'xlsx';
  /** Encoding of a csv; always `utf-8` for a workbook. */
  readonly encoding: 'utf-8' | 'utf-8-bom' | 'gb18030' | 'utf-16le' | 'utf-16be';
  /** Name of the sheet of a workbook that was read. */
  readonly sheet: string | null;
  /** All sheets of a workbook with cells, in the order of their tabs; empty for a csv. */
  readonly sheets: readonly TableSheet[];
  readonly rows: readonly TableRow[];
}

export type TableProblem =
  | 'empty'
  | 'empty-workbook'
  /** Neither a workbook nor text. */
  | 'not-a-table'
  | 'not-a-workbook'
  /** The workbook has no sheet of the name that was asked for. */
  | 'no-such-sheet'
  | 'workbook-too-large'
  | 'out-of-memory'
  | 'too-slow'
  /** The reading thread ended without an answer. */
  | 'reader-failed'
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
/** Maximum characters of all cells: the cells of a workbook may all refer to one long text. */
const maxCharacters = 48_000_000;
/** Maximum number of rows in {@link TableSheet.top}. */
export const maxTopRows = 32;

/** Collects rows one by one and throws as soon as a limit is exceeded. */
export class RowCollector {
  readonly rows: TableRow[] = [];
  #widest = 0;
  #characters = 0;

  /** Number of cells of the widest row. */
  get widest(): number {
    return this.#widest;
  }

  /** @throws TableError `too-many-columns`, `too-many-rows`, `workbook-too-large` */
  add(line: number, raw: readonly string[], doubt: RowDoubt | null = null): void {
    const cells = raw.map((cell) => shortened(cleanText(cell)));
    let width = cells.length;
    while (width > 0 && cells[width - 1] === '') width -= 1;
    if (width === 0) return;
    if (width > maxColumns) {
      throw new TableError('too-many-columns', { line, columns: width });
    }
    this.#widest = Math.max(this.#widest, width);
    for (const { length } of cells) this.#characters += length;
    if (this.#characters > maxCharacters) throw new TableError('workbook-too-large');
    if (this.rows.length >= maxRows + maxLinesAbove) throw new TableError('too-many-rows');
    cells.length = width;
    this.rows.push(doubt === null ? { line, cells } : { line, cells, doubt });
  }

  /** @throws TableError `empty`, `one-column` */
  finish(): readonly TableRow[] {
    if (this.rows.length === 0) throw new TableError('empty');
    if (this.#widest < 2) throw new TableError('one-column');
    return this.rows;
  }
}

/** Does not end within a surrogate pair. */
function shortened(text: string): string {
  if (text.length <= maxTextLength) return text;
  return text.slice(0, maxTextLength).replace(/[\ud800-\udbff]$/, '');
}
