/** Reads the lines of a csv whose quotation marks break the rules, so that one stray sign affects its own line only. */
import { CsvError, parse } from 'csv-parse/sync';
import { maxColumns, type RowDoubt } from './table.ts';

export interface CsvRecord {
  /** 1-based line on which it begins. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly doubt: RowDoubt | null;
}

/** Maximum number of lines of one cell, where quotation marks elsewhere do not match. */
const maxLinesOfCell = 50;
/** From this width, a line that has exactly the width of the table is a row and not a part of a cell. */
const minWidthOfRow = 8;

/**
 * The records of a text by the rules of RFC 4180.
 *
 * @param to maximum number of records
 * @returns null where it breaks them, or where a cell contains what looks like whole rows: marks of different rows match
 */
export function strictRecords(text: string, delimiter: string, to: number): CsvRecord[] | null {
  const records: CsvRecord[] = [];
  let line = 1;
  const found = parsed(text, delimiter, to);
  if (found === null) return null;
  for (const { record, info } of found) {
    // The parser reports where a record ends; a record with line ends in its cells begins where the previous one ended.
    records.push({ line, cells: record, doubt: null });
    line = info.lines + 1;
  }
  return swallowsRows(records, text, delimiter) ? null : records;
}

/** The records of a text, each by the rules where it keeps them, and otherwise line by line. */
export function lenientRecords(text: string, delimiter: string, to: number): CsvRecord[] {
  const lines = text.split('\n');
  const width = widthOf(lines, delimiter);
  const records: CsvRecord[] = [];
  for (let at = 0; at < lines.length && records.length < to; at += 1) {
    const first = lines[at] ?? '';
    if (first === '') continue;
    const { cells, lineCount } = strictAt(lines, at, delimiter, width) ?? { cells: null, lineCount: 1 };
    records.push({ line: at + 1, ...(cells === null ? lenientLine(first, delimiter, width) : { cells, doubt: null }) });
    at += lineCount - 1;
  }
  return records;
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parsed(text: string, delimiter: string, to: number): ParsedRecord[] | null {
  try {
    return parse(text, {
      delimiter,
      info: true,
      record_delimiter: '\n',
      relax_column_count: true,
      to,
      max_record_size: maxColumns * 40_000,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (error instanceof CsvError) return null;
    throw error;
  }
}

/** The record that begins at a line and ends where its quotation marks match, if it keeps the rules. */
function strictAt(
  lines: readonly string[],
  at: number,
  delimiter: string,
  width: number,
): { cells: readonly string[]; lineCount: number } | null {
  let text = '';
  for (let count = 1; count <= maxLinesOfCell && at + count <= lines.length; count += 1) {
    text += `${count === 1 ? '' : '\n'}${lines[at + count - 1]}`;
    if (marksIn(text) % 2 === 1) continue;
    const found = parsed(text, delimiter, 2);
    const [only] = found ?? [];
    if (only === undefined || found?.length !== 1) return null;
    return count > 1 && areRows(lines.slice(at, at + count), delimiter, width)
      ? null
      : { cells: only.record, lineCount: count };
  }
  return null;
}

/**
 * One line, cell by cell. Marks within a cell that does not begin with one are characters, as every spreadsheet reads
 * them; the line is unclear where a separator may be inside of marks or not.
 */
function lenientLine(line: string, delimiter: string, width: number): Pick<CsvRecord, 'cells' | 'doubt'> {
  const cells: string[] = [];
  let oddCells = 0;
  for (let at = 0; at <= line.length; at += 1) {
    const quoted = quotedAt(line, at, delimiter);
    if (quoted === null) {
      const end = line.indexOf(delimiter, at);
      const cell = line.slice(at, end < 0 ? line.length : end);
      oddCells += marksIn(cell) % 2;
      cells.push(cell);
      at = end < 0 ? line.length : end;
    } else {
      cells.push(quoted.cell);
      at = quoted.end;
    }
  }
  const beginsWithMark = line.startsWith('"') || line.includes(`${delimiter}"`);
  const unclear = oddCells > 1 || cells.length > width || (oddCells === 1 && beginsWithMark);
  return { cells: unclear ? line.split(delimiter) : cells, doubt: unclear ? 'quotes-unclear' : 'quotes-literal' };
}

/** A cell in quotation marks that ends before a separator or the end of the line. */
function quotedAt(line: string, from: number, delimiter: string): { cell: string; end: number } | null {
  if (line[from] !== '"') return null;
  const pattern = /"((?:[^"]|"")*)"/y;
  pattern.lastIndex = from;
  const match = pattern.exec(line);
  const end = pattern.lastIndex;
  if (match === null || (end !== line.length && !line.startsWith(delimiter, end))) return null;
  return { cell: (match[1] ?? '').replaceAll('""', '"'), end };
}

/** The number of cells that most lines have. */
function widthOf(lines: readonly string[], delimiter: string): number {
  const counts = new Map<number, number>();
  for (const line of lines) {
    if (line.includes('"') || line === '') continue;
    const width = line.split(delimiter).length;
    counts.set(width, (counts.get(width) ?? 0) + 1);
  }
  const [modal] = [...counts].toSorted(([a, n], [b, m]) => m - n || b - a);
  return modal?.[0] ?? Math.max(...lines.slice(0, 50).map((line) => line.split(delimiter).length));
}

function swallowsRows(records: readonly CsvRecord[], text: string, delimiter: string): boolean {
  if (!records.some(({ cells }) => cells.some((cell) => cell.includes('\n')))) return false;
  const lines = text.split('\n');
  const width = widthOf(lines, delimiter);
  return records.some(({ line, cells }, index) => {
    if (!cells.some((cell) => cell.includes('\n'))) return false;
    const own = lines.slice(line - 1, (records[index + 1]?.line ?? lines.length + 1) - 1);
    return areRows(own, delimiter, width);
  });
}

function areRows(lines: readonly string[], delimiter: string, width: number): boolean {
  return width >= minWidthOfRow && lines.every((line) => line === '' || line.split(delimiter).length === width);
}

const marksIn = (text: string): number => text.split('"').length - 1;
