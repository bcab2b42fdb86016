/** Writes a table as a workbook that is ready to print. */
import { encodeXml } from '../template/xml-tokens.ts';
import { packZip } from '../zip/pack-zip.ts';
import { workbookParts } from './workbook-frame.ts';

export interface WorkbookColumn {
  readonly heading: string;
  /** Width in characters. */
  readonly width: number;
  readonly kind: 'text' | 'number' | 'date';
}

export interface WorkbookTable {
  /** Name of the sheet; characters that no sheet's name may have become spaces. */
  readonly sheet: string;
  /** Shown above the heading, and repeated with it on every page. */
  readonly title: string;
  readonly columns: readonly WorkbookColumn[];
  /** Text, numbers, and dates as 2023-02-08; null for an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** Formats of cells by their place in `cellXfs` of the styles. */
const styles = { title: 1, heading: 2, text: 3, number: 4, date: 5 } as const;
type Style = keyof typeof styles;

const msOfDay = 86_400_000;
/** Equal contents give equal bytes. The format has no earlier year. */
const modified = new Date(1980, 0, 1);

/** Text stays text, whatever it begins with: a cell is never a formula. Equal tables give equal bytes. */
export function writeWorkbook({ sheet, title, columns, rows }: WorkbookTable): Buffer {
  const texts = new SharedTexts();
  const lines = [
    [
      texts.cell('A1', title, 'title'),
      ...columns.slice(1).map((_, index) => emptyCell(`${letters(index + 1)}1`, 'title')),
    ],
    columns.map(({ heading }, index) => texts.cell(`${letters(index)}2`, heading, 'heading')),
    ...rows.map((row, at) =>
      row.map((value, index) => cellOf(texts, `${letters(index)}${at + 3}`, value, columns[index]?.kind ?? 'text')),
    ),
  ];
  const parts = workbookParts({
    name: sheet.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31),
    columns: columns.map(
      ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
    ),
    rows: lines.map((cells, at) => `<row r="${at + 1}">${cells.join('')}</row>`),
    lastCell: `${letters(columns.length - 1)}1`,
    texts: texts.items(),
  });
  return packZip(
    Object.entries(parts).map(([name, xml]) => [name, Buffer.from(xml)]),
    modified,
  );
}

function cellOf(
  texts: SharedTexts,
  reference: string,
  value: string | number | null,
  kind: WorkbookColumn['kind'],
): string {
  if (value === null) return emptyCell(reference, kind === 'date' ? 'date' : 'number');
  if (typeof value === 'number') return numberCell(reference, value, 'number');
  const day = kind === 'date' && /^\d{4}-\d{2}-\d{2}$/.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(day)
    ? texts.cell(reference, value, 'text')
    : numberCell(reference, (day - Date.UTC(1899, 11, 30)) / msOfDay, 'date');
}

function emptyCell(reference: string, style: Style): string {
  return `<c r="${reference}" s="${styles[style]}"/>`;
}

function numberCell(reference: string, value: number, style: Style): string {
  return `<c r="${reference}" s="${styles[style]}"><v>${value}</v></c>`;
}

/** Each text is in the file once. */
class SharedTexts {
  readonly #places = new Map<string, number>();

  cell(reference: string, text: string, style: Style): string {
    const place = this.#places.get(text) ?? this.#places.size;
    this.#places.set(text, place);
    return `<c r="${reference}" s="${styles[style]}" t="s"><v>${place}</v></c>`;
  }

  items(): string[] {
    return [...this.#places.keys()].map((text) => `<si><t xml:space="preserve">${encodeXml(escaped(text))}</t></si>`);
  }
}

/** A text that looks like the escape of a character is one where its underscore is not escaped. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replace(/\r\n?/g, '\n')
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

/** Letters of a column that is counted from 0. */
function letters(column: number): string {
  const last = String.fromCharCode(65 + (column % 26));
  return column < 26 ? last : `${letters(Math.floor(column / 26) - 1)}${last}`;
}
