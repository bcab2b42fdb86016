/** The text of a workbook (xlsx) as it is shown: every sheet in the order of its tabs, hidden ones too. */
import { cellFormats } from './cell-formats.ts';
import { cellString } from './cell-text.ts';
import { readDiagram } from './diagram.ts';
import type { OfficePackage, Relationship } from './office-package.ts';
import {
  maxCharacters,
  ReadError,
  textOnly,
  type PartKind,
  type ReadText,
  type TextPart,
  type UnreadPart,
  type UnreadReason,
} from './read-text.ts';
import { readDrawn, readVml, type Drawn } from './sheet-drawing.ts';
import { readSheet, type CellContext, type Sheet } from './sheet-part.ts';
import { merged } from './unread.ts';
import { walkXml } from './xml.ts';

interface Workbook {
  readonly sheets: readonly { readonly name: string; readonly id: string }[];
  readonly since1904: boolean;
  readonly recalculated: boolean;
}

/** @throws ReadError */
export async function readSheets(source: OfficePackage): Promise<ReadText> {
  const main =
    (await source.relationsOf('')).find(({ kind }) => kind === 'officeDocument')?.target ?? 'xl/workbook.xml';
  const book = await source.read(main);
  if (book === null) throw new ReadError('damaged');
  const { sheets, ...settings } = readWorkbook(book);
  const relations = await source.relationsOf(main);
  const targetOf = (kind: string): string | null => relations.find((one) => one.kind === kind)?.target ?? null;
  const found = new SheetsText(source);
  await found.prepare(settings, targetOf('sharedStrings'), targetOf('styles'));
  for (const { name, id } of sheets) await found.add(name, relations.find((one) => one.id === id)?.target ?? '');
  await found.addDiagrams();
  return found.finish();
}

/** Objects that are kept in a sheet, by the kind of their relationship, as they are shown to people. */
const objects: Readonly<Record<string, readonly [part: string, reason: UnreadReason]>> = {
  oleObject: ['嵌入的对象', 'object'],
  package: ['嵌入的对象', 'object'],
  control: ['控件', 'object'],
  image: ['背景图片', 'picture'],
  slicer: ['切片器', 'unsupported'],
  timeline: ['日程表', 'unsupported'],
};

class SheetsText {
  readonly #source: OfficePackage;
  readonly #parts: TextPart[] = [];
  readonly #unread: UnreadPart[] = [];
  #context: CellContext = { strings: [], formats: [], since1904: false, recalculated: false };
  #characters = 0;

  constructor(source: OfficePackage) {
    this.#source = source;
  }

  /** Reads what the cells of all sheets refer to. */
  async prepare(
    settings: Pick<CellContext, 'since1904' | 'recalculated'>,
    strings: string | null,
    styles: string | null,
  ): Promise<void> {
    this.#context = {
      ...settings,
      strings: strings === null ? [] : ((await this.#part(strings, '单元格的文字', readStrings)) ?? []),
      formats: styles === null ? [] : ((await this.#part(styles, '单元格的格式', readFormats)) ?? []),
    };
  }

  async add(name: string, target: string): Promise<void> {
    const sheet = await this.#part(target, `工作表“${name}”`, (part) => readSheet(part, name, this.#context));
    this.#put('body', [name, ...(sheet?.rows ?? [])]);
    if (sheet === null) return;
    this.#put('header', sheet.margins.header);
    this.#put('footer', sheet.margins.footer);
    this.#nameMissing(name, sheet);
    const relations = await this.#relations(target, name);
    for (const one of relations) await this.#related(name, sheet, one, relations);
  }

  async addDiagrams(): Promise<void> {
    const types = /(?:drawingml\.(?:chart|chartshapes|diagramData)|ms-office\.chartex)\+xml$/u;
    for (const name of this.#source.names.filter((one) => types.test(this.#source.typeOf(one))).sort()) {
      const isShapes = this.#source.typeOf(name).endsWith('chartshapes+xml');
      const lines = await this.#part(name, '图示', (part) =>
        isShapes ? readDrawn(part).paragraphs : readDiagram(part),
      );
      this.#put('diagram', lines ?? []);
    }
  }

  finish(): ReadText {
    const { names } = this.#source;
    const macros = names.some(
      (name) => /vbaProject\.bin$/iu.test(name) || /macrosheet\+xml$/u.test(this.#source.typeOf(name)),
    );
    const externalLinks = names.filter((name) => /externalLink\d*\.xml$/iu.test(name)).length;
    return { ...textOnly([]), parts: this.#parts, unread: merged(this.#unread), macros, externalLinks };
  }

  #put(kind: PartKind, paragraphs: readonly string[]): void {
    if (paragraphs.length === 0) return;
    this.#characters += paragraphs.reduce((sum, one) => sum + one.length, 0);
    if (this.#characters > maxCharacters) throw new ReadError('too-large');
    this.#parts.push({ kind, page: null, paragraphs });
  }

  #name(part: string, reason: UnreadReason, count = 1): void {
    for (let index = 0; index < count; index += 1) this.#unread.push({ part, page: null, reason });
  }

  /** Null where the part is absent or damaged, which is named. */
  async #part<T>(target: string, label: string, read: (part: Buffer) => T): Promise<T | null> {
    try {
      const part = await this.#source.read(target);
      if (part !== null) return read(part);
    } catch (error) {
      if (!(error instanceof ReadError) || error.problem !== 'damaged') throw error;
    }
    this.#name(label, 'damaged');
    return null;
  }

  async #relations(target: string, sheet: string): Promise<readonly Relationship[]> {
    try {
      return await this.#source.relationsOf(target);
    } catch (error) {
      if (!(error instanceof ReadError) || error.problem !== 'damaged') throw error;
      this.#name(`工作表“${sheet}”中的对象`, 'damaged');
      return [];
    }
  }

  #nameMissing(name: string, { missing }: Sheet): void {
    const of = `工作表“${name}”中`;
    this.#name(`${of}的图片`, 'picture', missing.pictures);
    this.#name(`${of}单元格内的图片或链接数据`, 'unsupported', missing.linked);
    this.#name(`${of}打开时才计算的公式`, 'unsupported', missing.formulas);
    this.#name(`${of}的文字`, 'damaged', missing.strings);
  }

  async #related(name: string, sheet: Sheet, one: Relationship, all: readonly Relationship[]): Promise<void> {
    const of = `工作表“${name}”中的`;
    const [object, reason] = objects[one.kind] ?? [];
    if (object !== undefined && reason !== undefined) this.#name(`${of}${object}`, reason);
    if (one.kind === 'comments' || one.kind === 'threadedComment') {
      this.#put('comment', (await this.#part(one.target, `${of}批注`, readDrawn))?.paragraphs ?? []);
    } else if (one.kind === 'drawing') {
      this.#drawn(await this.#part(one.target, `${of}图形`, readDrawn), `${of}图片`);
    } else if (one.kind === 'vmlDrawing') {
      const isMargin = one.id === sheet.marginPictures;
      const drawn = await this.#part(one.target, `${of}图形`, readVml);
      // Objects and controls have a picture of themselves, and are named as such.
      const named = isMargin ? 0 : all.filter(({ kind }) => ['oleObject', 'package', 'control'].includes(kind)).length;
      const pictures = Math.max(0, (drawn?.pictures ?? 0) - named);
      this.#drawn(
        drawn === null ? null : { ...drawn, pictures },
        isMargin ? `工作表“${name}”页眉页脚中的图片` : `${of}图片`,
      );
    } else if (one.kind === 'pivotTable' && (await this.#isRefreshed(one.target))) {
      this.#name(`${of}数据透视表（打开时才计算）`, 'unsupported');
    }
  }

  #drawn(drawn: Drawn | null, pictures: string): void {
    this.#put('text-box', drawn?.paragraphs ?? []);
    this.#name(pictures, 'picture', drawn?.pictures ?? 0);
  }

  /** Whether a pivot table is calculated again when the workbook is opened. */
  async #isRefreshed(target: string): Promise<boolean> {
    const cache = (await this.#source.relationsOf(target)).find(({ kind }) => kind === 'pivotCacheDefinition');
    const part = await this.#source.read(cache?.target ?? '');
    let refreshed = false;
    if (part !== null) {
      walkXml(part, {
        open: ({ name, attributes }) => {
          if (name === 's:pivotCacheDefinition') refreshed = isOn(attributes.refreshOnLoad);
        },
      });
    }
    return refreshed;
  }
}

const isOn = (value = ''): boolean => ['1', 'true', 'on'].includes(value);

function readWorkbook(part: Buffer): Workbook {
  const sheets: { name: string; id: string }[] = [];
  let since1904 = false;
  let recalculated = false;
  walkXml(part, {
    open: ({ name, attributes }) => {
      if (name === 's:sheet') sheets.push({ name: cellString(attributes.name ?? ''), id: attributes['r:id'] ?? '' });
      if (name === 's:workbookPr') since1904 = isOn(attributes.date1904);
      if (name === 's:calcPr') recalculated = isOn(attributes.fullCalcOnLoad);
    },
  });
  return { sheets, since1904, recalculated };
}

/** Texts of the workbook, without the readings (phonetic runs) above them. */
function readStrings(part: Buffer): string[] {
  const strings: string[] = [];
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
  return strings.map(cellString);
}

/** The number format of each style of a cell. */
function readFormats(part: Buffer): string[] {
  const custom = new Map<string, string>();
  const found: string[] = [];
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
