/** The text of a workbook (xlsx) as it is shown: every sheet in the order of its tabs, hidden ones too. */
import { format, isDateFormat } from 'numfmt';
import { cellFormats } from './cell-formats.ts';
import { readDiagram } from './diagram.ts';
import type { OfficePackage } from './office-package.ts';
import {
  linesOf,
  maxCharacters,
  ReadError,
  textOnly,
  type PartKind,
  type ReadText,
  type TextPart,
  type UnreadPart,
} from './read-text.ts';
import { merged } from './unread.ts';
import { walkXml } from './xml.ts';

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly since1904: boolean;
}

/** Days between the two first days that workbooks count from. */
const daysTo1904 = 1462;

/** @throws ReadError */
export async function readSheets(source: OfficePackage): Promise<ReadText> {
  const main =
    (await source.relationsOf('')).find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const book = await source.read(main);
  if (book === null) throw new ReadError('damaged');
  const workbook = readWorkbook(book);
  const relations = await source.relationsOf(main);
  const partOf = (kind: string): Promise<Buffer | null> =>
    source.read(relations.find((one) => one.kind === kind)?.target ?? '');
  const strings = readStrings(await partOf('sharedStrings'));
  const formats = readFormats(await partOf('styles'));
  const parts: TextPart[] = [];
  const unread: UnreadPart[] = [];
  let characters = 0;
  const put = (kind: PartKind, paragraphs: readonly string[]): void => {
    if (paragraphs.length === 0) return;
    characters += paragraphs.reduce((sum, one) => sum + one.length, 0);
    if (characters > maxCharacters) throw new ReadError('too-large');
    parts.push({ kind, page: null, paragraphs });
  };
  for (const { name, id } of workbook.sheets) {
    const target = relations.find((one) => one.id === id)?.target ?? '';
    const sheet = await source.read(target);
    if (sheet === null) continue;
    const { rows, margins } = readSheet(sheet, strings, formats, workbook.since1904);
    put('body', [name, ...rows]);
    put('header', margins.header);
    put('footer', margins.footer);
    for (const { kind, target: related } of await source.relationsOf(target)) {
      const part = ['comments', 'threadedComment', 'drawing'].includes(kind) ? await source.read(related) : null;
      if (part === null) continue;
      const found = readDrawn(part);
      put(kind === 'drawing' ? 'text-box' : 'comment', found.paragraphs);
      for (let count = 0; count < found.pictures; count += 1) {
        unread.push({ part: `工作表“${name}”中的图片`, page: null, reason: 'picture' });
      }
    }
  }
  for (const name of source.names
    .filter((one) => /drawingml\.(?:chart|diagramData)\+xml$/u.test(source.typeOf(one)))
    .sort()) {
    const part = await source.read(name);
    if (part !== null) put('diagram', readDiagram(part));
  }
  const macros = source.names.some((name) => /vbaProject\.bin$/iu.test(name));
  const externalLinks = source.names.filter((name) => /externalLink\d*\.xml$/iu.test(name)).length;
  return { ...textOnly([]), parts, unread: merged(unread), macros, externalLinks };
}

function readWorkbook(part: Buffer): Workbook {
  const sheets: { name: string; id: string }[] = [];
  let since1904 = false;
  walkXml(part, {
    open: ({ name, attributes }) => {
      if (name === 's:sheet') sheets.push({ name: attributes.name ?? '', id: attributes['r:id'] ?? '' });
      if (name === 's:workbookPr') since1904 = ['1', 'true'].includes(attributes.date1904 ?? '');
    },
  });
  return { sheets, since1904 };
}

/** Texts of the workbook, without the readings (phonetic runs) above them. */
function readStrings(part: Buffer | null): string[] {
  const strings: string[] = [];
  if (part === null) return strings;
  let reading = false;
  let phonetic = false;
  walkXml(part, {
    open: ({ name }) => {
      if (name === 's:si') strings.push('');
      if (name === 's:rPh') phonetic = true;
      reading = name === 's:t' && !phonetic;
    },
    text: (text) => {
      if (reading) strings[strings.length - 1] += text;
    },
    close: (name) => {
      reading = false;
      if (name === 's:rPh') phonetic = false;
    },
  });
  return strings;
}

/** The number format of each style of a cell. */
function readFormats(part: Buffer | null): string[] {
  const custom = new Map<string, string>();
  const found: string[] = [];
  if (part === null) return found;
  let inCells = false;
  walkXml(part, {
    open: ({ name, attributes }) => {
      if (name === 's:numFmt') custom.set(attributes.numFmtId ?? '', attributes.formatCode ?? '');
      if (name === 's:cellXfs') inCells = true;
      if (name === 's:xf' && inCells) found.push(attributes.numFmtId ?? '0');
    },
    close: (name) => {
      if (name === 's:cellXfs') inCells = false;
    },
  });
  return found.map((id) => custom.get(id) ?? cellFormats[Number(id)] ?? 'General');
}

interface Sheet {
  readonly rows: string[];
  readonly margins: { readonly header: string[]; readonly footer: string[] };
}

function readSheet(part: Buffer, strings: readonly string[], formats: readonly string[], since1904: boolean): Sheet {
  const rows: string[] = [];
  const margins = { header: [] as string[], footer: [] as string[] };
  let cells: string[] = [];
  let cell: Readonly<Record<string, string>> = {};
  let value = '';
  let reading = false;
  let phonetic = false;
  walkXml(part, {
    open: ({ name, attributes }) => {
      if (name === 's:row') cells = [];
      if (name === 's:c') {
        cell = attributes;
        value = '';
      }
      if (name === 's:rPh') phonetic = true;
      reading =
        name === 's:v' || (name === 's:t' && !phonetic) || /^s:(?:odd|even|first)(?:Header|Footer)$/u.test(name);
      if (reading && name.endsWith('er')) value = '';
    },
    text: (text) => {
      if (reading) value += text;
    },
    close: (name) => {
      reading = false;
      if (name === 's:rPh') phonetic = false;
      if (name === 's:c' && value !== '') cells.push(cellText(value, cell, strings, formats, since1904));
      if (name === 's:row' && cells.length > 0) rows.push(cells.join('\t'));
      const margin = /^s:(?:odd|even|first)(Header|Footer)$/u.exec(name)?.[1]?.toLowerCase();
      if (margin === 'header' || margin === 'footer') margins[margin].push(...marginLines(value));
    },
  });
  return { rows: rows.flatMap(linesOf), margins };
}

function cellText(
  value: string,
  { t = 'n', s = '0' }: Readonly<Record<string, string>>,
  strings: readonly string[],
  formats: readonly string[],
  since1904: boolean,
): string {
  if (t === 's') return strings[Number(value)] ?? '';
  if (t === 'b') return value === '1' ? 'TRUE' : 'FALSE';
  const number = Number(value);
  if (t !== 'n' || !Number.isFinite(number)) return value;
  const pattern = formats[Number(s)] ?? 'General';
  const shown = since1904 && isDateFormat(pattern) ? number + daysTo1904 : number;
  try {
    return format(pattern, shown, { locale: 'zh-CN', nbsp: false }).trim();
  } catch {
    // A format that the library does not know: the stored number is the truth.
    return value;
  }
}

/** Without the codes of fonts and places; page numbers and dates are no text of the document. */
function marginLines(text: string): string[] {
  const plain = text
    .replace(/&"[^"]*"/gu, '')
    .replace(/&K(?:[\dA-F]{6}|\d\d[+-]\d{3})/giu, '')
    .replace(/&\d+/gu, '')
    .replace(/&[LCR]/gu, '\n')
    .replace(/&[A-Z+-]/giu, '')
    .replaceAll('&&', '&');
  return linesOf(plain).filter((line) => !/^[\s\-—–第页共/]*$/u.test(line));
}

/** Words of shapes and comments; comments have texts of the sheet, shapes those of DrawingML. */
function readDrawn(part: Buffer): { paragraphs: string[]; pictures: number } {
  let text = '';
  let pictures = 0;
  let reading = false;
  walkXml(part, {
    open: ({ name }) => {
      reading = name === 'a:t' || name === 's:t' || name === '?:text';
      if (name === 'a:blip') pictures += 1;
      if (name === 'a:br') text += '\n';
    },
    text: (piece) => {
      if (reading) text += piece;
    },
    close: (name) => {
      reading = false;
      if (name === 'a:p' || name === 's:comment' || name === '?:text') text += '\n';
    },
  });
  return { paragraphs: linesOf(text), pictures };
}
