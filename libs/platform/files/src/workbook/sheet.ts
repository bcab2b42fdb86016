/** Reads the cells of one sheet of a workbook as text. */
import { attributeOf, readPart, type Attributes } from './part-xml.ts';
import { fillMergedCells, type MergedRange, type OpenRow } from './merged-cells.ts';
import { dateText, isoDateText, numberText, type NumberFormats } from './number-formats.ts';
import { TextRuns, unescapeText } from './shared-text.ts';

/** What the cells of all sheets refer to. */
export interface CellBasis {
  readonly texts: readonly string[];
  readonly formats: NumberFormats;
  /** The workbook counts days from 1904-01-01. */
  readonly startsIn1904: boolean;
}

/** Limits of the format. */
const lastRow = 1_048_576;
const lastColumn = 16_384;

/**
 * The rows with cells, in their order, merged cells filled.
 *
 * @throws Error where the part is not well-formed or contradicts itself
 */
export function readSheet(part: Buffer, basis: CellBasis): OpenRow[] {
  const reader = new SheetReader(basis);
  readPart(part, reader);
  return reader.finish();
}

class SheetReader {
  readonly #basis: CellBasis;
  readonly #rows: OpenRow[] = [];
  readonly #lines = new Set<number>();
  readonly #merged: MergedRange[] = [];
  readonly #runs = new TextRuns();
  #inData = false;
  #row: OpenRow | null = null;
  #line = 0;
  #column = -1;
  /** Of the cell that is open; null outside of cells. */
  #cell: { type: string; style: number; hasRuns: boolean; value: string | null; formula: string | null } | null = null;
  /** The element of the cell whose text is being read. */
  #reading: 'v' | 'f' | 'is' | null = null;

  constructor(basis: CellBasis) {
    this.#basis = basis;
  }

  readonly open = (name: string, attributes: Attributes): void => {
    if (!this.#inData) {
      if (name === 'sheetData') this.#inData = true;
      else if (name === 'mergeCell') this.#merge(attributeOf(attributes, 'ref') ?? '');
    } else if (this.#row === null) {
      if (name === 'row') this.#openRow(attributes);
    } else if (this.#cell === null) {
      if (name === 'c') this.#openCell(attributes);
    } else if (this.#reading === 'is') {
      this.#runs.open(name);
    } else if (name === 'is') {
      this.#reading = 'is';
      this.#cell.hasRuns = true;
      this.#runs.start();
    } else if (name === 'v') {
      this.#reading = 'v';
      this.#cell.value ??= '';
    } else if (name === 'f') {
      this.#reading = 'f';
      this.#cell.formula ??= '';
    }
  };

  readonly text = (text: string): void => {
    if (this.#cell === null) return;
    if (this.#reading === 'is') this.#runs.add(text);
    else if (this.#reading === 'v') this.#cell.value += text;
    else if (this.#reading === 'f') this.#cell.formula += text;
  };

  readonly close = (name: string): void => {
    if (!this.#inData) return;
    if (this.#reading === 'is' && name !== 'is') this.#runs.close(name);
    else if (name === this.#reading) this.#reading = null;
    else if (name === 'c' && this.#cell !== null) this.#closeCell();
    else if (name === 'row') this.#row = null;
    else if (name === 'sheetData') this.#inData = false;
  };

  finish(): OpenRow[] {
    this.#rows.sort((a, b) => a.line - b.line);
    fillMergedCells(this.#rows, this.#merged);
    return this.#rows;
  }

  #openRow(attributes: Attributes): void {
    const given = attributeOf(attributes, 'r');
    // Some writers leave the numbers out: the row follows the one before.
    this.#line = given === undefined ? this.#line + 1 : Number(given);
    if (!Number.isInteger(this.#line) || this.#line < 1 || this.#line > lastRow || this.#lines.has(this.#line)) {
      throw new Error(`row ${given ?? this.#line}`);
    }
    this.#lines.add(this.#line);
    this.#column = -1;
    this.#row = { line: this.#line, cells: [] };
    this.#rows.push(this.#row);
  }

  #openCell(attributes: Attributes): void {
    const given = attributeOf(attributes, 'r');
    this.#column = given === undefined ? this.#column + 1 : columnOf(given);
    if (this.#column >= lastColumn) throw new Error(`cell ${given ?? this.#column}`);
    const type = attributeOf(attributes, 't') ?? 'n';
    const style = Number(attributeOf(attributes, 's') ?? 0);
    this.#cell = { type, style, hasRuns: false, value: null, formula: null };
  }

  #closeCell(): void {
    const text = this.#textOfCell();
    this.#cell = null;
    const cells = this.#row?.cells;
    if (text === '' || cells === undefined) return;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  #textOfCell(): string {
    if (this.#cell === null) return '';
    const { type, hasRuns, value, formula } = this.#cell;
    // An empty text is a value of a formula; an empty number is the way in which programs write that they have none.
    if (formula !== null && !hasRuns && (value === null || (value === '' && type !== 'str')))
      return `=${formula || '…'}`;
    if (hasRuns) return this.#runs.finish();
    if (value === null || value === '') return '';
    if (type === 's') return this.#sharedText(value);
    if (type === 'b') return value.trim() === '1' || value.trim() === 'true' ? 'true' : 'false';
    if (type === 'd') return isoDateText(value);
    if (type === 'n') return this.#numberText(value);
    return unescapeText(value);
  }

  #sharedText(index: string): string {
    const text = this.#basis.texts[Number(index)];
    if (text === undefined) throw new Error(`shared text ${index}`);
    return text;
  }

  #numberText(value: string): string {
    const date = this.#basis.formats.isDate(this.#cell?.style ?? 0)
      ? dateText(Number(value), this.#basis.startsIn1904)
      : null;
    // Strict workbooks write dates as ISO 8601, some of them without a type.
    return date ?? (/^\d{4}-\d{2}-\d{2}/.test(value.trim()) ? isoDateText(value) : numberText(value));
  }

  #merge(ref: string): void {
    const match = /^\$?([A-Za-z]{1,3})\$?(\d{1,7})(?::\$?([A-Za-z]{1,3})\$?(\d{1,7}))?$/.exec(ref.trim());
    if (match === null) return;
    const [, left = '', top = '', right = left, bottom = top] = match;
    const rows = [Number(top), Number(bottom)] as const;
    const columns = [columnOf(left), columnOf(right)] as const;
    this.#merged.push({
      firstRow: Math.min(...rows),
      lastRow: Math.max(...rows),
      firstColumn: Math.min(...columns),
      lastColumn: Math.max(...columns),
    });
  }
}

/** Column from 0 of a reference such as `AB12`. */
function columnOf(reference: string): number {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) | 0x20;
    if (code < 0x61 || code > 0x7a) break;
    column = column * 26 + (code - 0x60);
  }
  if (at === 0 || at > 3) throw new Error(`cell ${reference}`);
  return column - 1;
}
