/** Merged cells: a file contains the value of the first cell only; every cell that is merged with it has it. Pure. */

/** Columns and rows from 0 and from 1, both ends included. */
export interface MergedRange {
  readonly firstRow: number;
  readonly lastRow: number;
  readonly firstColumn: number;
  readonly lastColumn: number;
}

/** A row that is being read. */
export interface OpenRow {
  readonly line: number;
  readonly cells: string[];
}

/** A row with fewer values is a title, the heading of a group or a remark: its text is not the value of every column. */
const minValuesAcross = 3;

/**
 * Fills merged cells in rows that have content of their own: downwards always; to the right in rows with at least three
 * values, so that a title over the whole width stays one cell.
 */
export function fillMergedCells(rows: readonly OpenRow[], ranges: readonly MergedRange[]): void {
  const widest = rows.reduce((width, { cells }) => Math.max(width, cells.length), 0);
  const values = new Map(rows.map(({ line, cells }) => [line, cells.filter((cell) => cell.trim() !== '').length]));
  for (const { firstRow, lastRow, firstColumn, lastColumn } of ranges) {
    let at = indexFrom(rows, firstRow);
    const first = rows[at];
    if (first?.line !== firstRow) continue;
    const text = first.cells[firstColumn] ?? '';
    if (text.trim() === '') continue;
    for (let row = rows[at]; row !== undefined && row.line <= lastRow; at += 1, row = rows[at]) {
      const own = values.get(row.line) ?? 0;
      if (own === 0) continue;
      const toColumn = own >= minValuesAcross ? Math.min(lastColumn, widest - 1) : firstColumn;
      for (let column = firstColumn; column <= toColumn; column += 1) {
        while (row.cells.length < column) row.cells.push('');
        row.cells[column] ||= text;
      }
    }
  }
}

/** Index of the first row at or below a line. */
function indexFrom(rows: readonly OpenRow[], line: number): number {
  let [low, high] = [0, rows.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((rows[middle]?.line ?? 0) < line) low = middle + 1;
    else high = middle;
  }
  return low;
}
