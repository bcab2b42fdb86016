/** The rows of one sheet as they are shown, with its headers and footers, and what of it has no text. */
import { cellString, serialOf, shownNumber, shownText } from './cell-text.ts';
import { linesOf } from './read-text.ts';
import { walkXml } from './xml.ts';

/** What the cells of all sheets refer to. */
export interface CellContext {
  readonly strings: readonly string[];
  /** The number format of each style of a cell. */
  readonly formats: readonly string[];
  readonly since1904: boolean;
  /** True where the program that opens the workbook calculates all formulas again. */
  readonly recalculated: boolean;
}

/** Numbers of cells by what is missing of them. */
export interface MissingCells {
  /** Formulas whose result is not stored, or is calculated again when the workbook is opened. */
  formulas: number;
  /** Pictures within cells. */
  pictures: number;
  /** Pictures and linked data that Excel keeps apart from the cell. */
  linked: number;
  /** Texts that the workbook does not contain. */
  strings: number;
}

export interface Sheet {
  readonly rows: string[];
  readonly margins: { readonly header: string[]; readonly footer: string[] };
  readonly missing: MissingCells;
  /** Id of the relationship of the pictures of headers and footers. */
  readonly marginPictures: string | null;
}

const margin = /^s:(?:odd|even|first)(Header|Footer)$/u;

/** @param name of the sheet, which its header may show @throws ReadError `damaged`, `too-large` */
export function readSheet(part: Buffer, name: string, context: CellContext): Sheet {
  const rows: string[] = [];
  const margins = { header: [] as string[], footer: [] as string[] };
  const missing: MissingCells = { formulas: 0, pictures: 0, linked: 0, strings: 0 };
  let marginPictures: string | null = null;
  let cells: string[] = [];
  let cell: Readonly<Record<string, string>> = {};
  let value = '';
  let formula = false;
  let reading = false;
  let phonetic = false;
  walkXml(part, {
    open: ({ name: element, attributes }) => {
      if (element === 's:row') cells = [];
      if (element === 's:c') {
        cell = attributes;
        value = '';
        formula = false;
      }
      if (element === 's:f') formula = true;
      if (element === 's:rPh') phonetic = true;
      if (element === 's:legacyDrawingHF') marginPictures = attributes['r:id'] ?? null;
      if (margin.test(element)) value = '';
      reading = element === 's:v' || (element === 's:t' && !phonetic) || margin.test(element);
    },
    text: (text) => {
      if (reading) value += text;
    },
    close: (element) => {
      reading = false;
      if (element === 's:rPh') phonetic = false;
      if (element === 's:c') {
        const text = cellText(value, cell, context, missing);
        if (formula && (value === '' || context.recalculated)) missing.formulas += 1;
        if (text !== '') cells.push(text);
      }
      if (element === 's:row' && cells.length > 0) rows.push(cells.join('\t'));
      const kind = margin.exec(element)?.[1]?.toLowerCase();
      if (kind === 'header' || kind === 'footer') margins[kind].push(...marginLines(value, name));
    },
  });
  return { rows: rows.flatMap(linesOf), margins, missing, marginPictures };
}

function cellText(
  value: string,
  { t = 'n', s = '0', vm }: Readonly<Record<string, string>>,
  { strings, formats, since1904 }: CellContext,
  missing: MissingCells,
): string {
  if (value === '') return '';
  const pattern = formats[Number(s)] ?? 'General';
  switch (t) {
    case 's': {
      const text = strings[Number(value)];
      if (text === undefined) missing.strings += 1;
      return shownText(text ?? '', pattern);
    }
    case 'b':
      return value === '1' || value === 'true' ? 'TRUE' : 'FALSE';
    case 'e':
      if (vm === undefined || value !== '#VALUE!') return value;
      missing.linked += 1;
      return '';
    case 'd': {
      const serial = serialOf(value);
      return serial === null ? value : shownNumber(String(serial), pattern, false);
    }
    case 'n':
      return shownNumber(value, pattern, since1904);
    default: {
      const text = cellString(value);
      // WPS writes a picture within a cell as the formula that shows it.
      if (!/^=?(?:_xlfn\.)?DISPIMG\(/iu.test(text)) return shownText(text, pattern);
      missing.pictures += 1;
      return '';
    }
  }
}

/** Codes of fonts, sizes, colours and places, page numbers, dates and the name of the file. */
const marginCodes = /&(?:"[^"]*"|K(?:[\dA-F]{6}|\d\d[+-]\d{3})|\d+|[\s\S])/giu;

function marginLines(text: string, sheet: string): string[] {
  const plain = cellString(text).replace(marginCodes, (code) => {
    if (code === '&&') return '&';
    if (/^&[LCR]$/iu.test(code)) return '\n';
    return /^&A$/iu.test(code) ? sheet : '';
  });
  return linesOf(plain).filter((line) => !/^[\s\-—–第页共/]*$/u.test(line));
}
