/** The text of an OFD document (GB/T 33190-2016), page by page. */
import path from 'node:path';
import type { OfficePackage } from './office-package.ts';
import {
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

/** A text object; lengths in millimetres from the top left corner. */
interface Placed {
  readonly x: number;
  readonly y: number;
  readonly end: number;
  readonly size: number;
  readonly text: string;
}

/** Page number from 1, by the id of the page. */
type PageNumbers = ReadonlyMap<string, number>;

/** @throws ReadError */
export async function readOfd(source: OfficePackage): Promise<ReadText> {
  const roots = documentsIn(await required(source, 'OFD.xml'));
  if (roots.isEncrypted) throw new ReadError('encrypted');
  const found = new OfdText(source);
  for (const { root, signatures } of roots.documents) await found.add(locate('', root), signatures);
  return found.finish();
}

async function required(source: OfficePackage, name: string): Promise<Buffer> {
  const part = await source.read(name);
  if (part === null) throw new ReadError('damaged');
  return part;
}

/** A place that is given from the root of the archive, or from the folder of the file that names it. */
function locate(folder: string, place: string): string {
  return path.posix.normalize(place.startsWith('/') ? place : path.posix.join('/', folder, place)).replace(/^\//u, '');
}

function local(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

function documentsIn(part: Buffer): {
  documents: { root: string; signatures: string | null }[];
  isEncrypted: boolean;
} {
  const documents: { root: string; signatures: string | null }[] = [];
  let text = '';
  let isEncrypted = false;
  walkXml(part, {
    open: ({ name }) => {
      text = '';
      if (local(name) === 'Encryptions' || local(name) === 'Encryption') isEncrypted = true;
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (local(name) === 'DocRoot') documents.push({ root: text.trim(), signatures: null });
      const last = documents.at(-1);
      if (local(name) === 'Signatures' && last !== undefined && text.trim() !== '') last.signatures = text.trim();
      text = '';
    },
  });
  return { documents, isEncrypted };
}

class OfdText {
  readonly #source: OfficePackage;
  readonly #parts: TextPart[] = [];
  readonly #unread: UnreadPart[] = [];
  #pages = 0;
  #characters = 0;

  constructor(source: OfficePackage) {
    this.#source = source;
  }

  async add(root: string, signatures: string | null): Promise<void> {
    const folder = path.posix.dirname(root);
    const pages: { id: string; place: string }[] = [];
    const templates = new Map<string, string>();
    const files = { Annotations: '', Attachments: '' };
    let text = '';
    walkXml(await required(this.#source, root), {
      open: ({ name, attributes }) => {
        text = '';
        const { ID = '', BaseLoc = '' } = attributes;
        if (local(name) === 'Page') pages.push({ id: ID, place: locate(folder, BaseLoc) });
        if (local(name) === 'TemplatePage') templates.set(ID, locate(folder, BaseLoc));
      },
      text: (piece) => {
        text += piece;
      },
      close: (name) => {
        const key = local(name);
        if (key === 'Annotations' || key === 'Attachments') files[key] = text.trim();
      },
    });
    const numbers = new Map<string, number>();
    for (const { id, place } of pages) {
      this.#pages += 1;
      numbers.set(id, this.#pages);
      await this.#page(place, templates);
    }
    if (files.Annotations !== '') await this.#annotations(locate(folder, files.Annotations), numbers);
    if (files.Attachments !== '') await this.#attachments(locate(folder, files.Attachments));
    if (signatures !== null) await this.#seals(locate('', signatures), numbers);
  }

  finish(): ReadText {
    return { ...textOnly([], this.#pages), parts: this.#parts, unread: merged(this.#unread) };
  }

  async #page(place: string, templates: ReadonlyMap<string, string>): Promise<void> {
    const page = this.#pages;
    const part = await this.#source.read(place);
    if (part === null) {
      this.#unread.push({ part: '正文', page, reason: 'damaged' });
      return;
    }
    const content = contentOf(part);
    const texts: Placed[] = [];
    for (const id of content.templates) {
      const template = await this.#source.read(templates.get(id) ?? '');
      if (template === null) continue;
      const below = contentOf(template);
      texts.push(...below.texts);
      this.#objects(below.objects, page);
    }
    texts.push(...content.texts);
    this.#objects(content.objects, page);
    this.#put('body', page, texts);
    // Letters may have been turned into outlines.
    if (texts.length === 0 && content.paths > 0) this.#unread.push({ part: '正文中的图形', page, reason: 'picture' });
  }

  #objects(objects: readonly string[], page: number): void {
    for (const name of objects) {
      if (name === 'ImageObject') this.#unread.push({ part: '正文中的图片', page, reason: 'picture' });
      else this.#unread.push({ part: '正文中的组合图形', page, reason: 'object' });
    }
  }

  #put(kind: PartKind, page: number | null, texts: readonly Placed[]): void {
    const readable = texts.filter(({ text }) => !/^[\s\ufffd¤]*$/u.test(text));
    if (texts.some(({ text }) => /[\ufffd¤]/u.test(text))) {
      this.#unread.push({ part: '正文', page, reason: 'glyphs' });
    }
    const paragraphs = linesFrom(readable);
    this.#characters += paragraphs.join('').length;
    if (this.#characters > maxCharacters) throw new ReadError('too-large');
    if (paragraphs.length > 0) this.#parts.push({ kind, page, paragraphs });
  }

  async #annotations(place: string, numbers: PageNumbers): Promise<void> {
    const part = await this.#source.read(place);
    if (part === null) return;
    const folder = path.posix.dirname(place);
    for (const { id, file } of annotatedPages(part)) {
      const annotation = await this.#source.read(locate(folder, file));
      const page = numbers.get(id) ?? null;
      if (annotation === null) {
        this.#unread.push({ part: '注释', page, reason: 'damaged' });
        continue;
      }
      const content = contentOf(annotation);
      this.#put('annotation', page, content.texts);
      if (content.remarks.length > 0) this.#parts.push({ kind: 'annotation', page, paragraphs: content.remarks });
      for (const name of content.objects) {
        if (name === 'ImageObject') this.#unread.push({ part: '注释中的图片', page, reason: 'picture' });
      }
    }
  }

  async #attachments(place: string): Promise<void> {
    const part = await this.#source.read(place);
    if (part === null) return;
    walkXml(part, {
      open: ({ name, attributes }) => {
        if (local(name) !== 'Attachment') return;
        this.#unread.push({ part: `附件“${attributes.Name ?? ''}”`, page: null, reason: 'object' });
      },
    });
  }

  async #seals(place: string, numbers: PageNumbers): Promise<void> {
    const list = await this.#source.read(place);
    if (list === null) return;
    const places: string[] = [];
    walkXml(list, {
      open: ({ name, attributes }) => {
        if (local(name) === 'Signature') places.push(locate(path.posix.dirname(place), attributes.BaseLoc ?? ''));
      },
    });
    for (const one of places) {
      const signature = await this.#source.read(one);
      if (signature === null) continue;
      walkXml(signature, {
        open: ({ name, attributes }) => {
          if (local(name) !== 'StampAnnot') return;
          this.#unread.push({ part: '印章', page: numbers.get(attributes.PageRef ?? '') ?? null, reason: 'picture' });
        },
      });
    }
  }
}

function annotatedPages(part: Buffer): { id: string; file: string }[] {
  const found: { id: string; file: string }[] = [];
  let id = '';
  let text = '';
  walkXml(part, {
    open: ({ name, attributes }) => {
      if (local(name) === 'Page') id = attributes.PageID ?? '';
      text = '';
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (local(name) === 'FileLoc') found.push({ id, file: text.trim() });
    },
  });
  return found;
}

interface Content {
  readonly texts: Placed[];
  /** Names of elements that draw something else than text and lines. */
  readonly objects: string[];
  /** Ids of the templates below the page. */
  readonly templates: string[];
  /** Notes of annotations. */
  readonly remarks: string[];
  /** Number of drawn lines and areas. */
  paths: number;
}

const numbersOf = (list = ''): number[] => list.trim().split(/\s+/u).map(Number);

function contentOf(part: Buffer): Content {
  const found: Content = { texts: [], objects: [], templates: [], remarks: [], paths: 0 };
  let object: Readonly<Record<string, string>> = {};
  let code: Readonly<Record<string, string>> = {};
  /** Place of the appearance of an annotation. */
  let [left, top] = [0, 0];
  let [x, y] = [0, 0];
  let text = '';
  walkXml(part, {
    open: ({ name, attributes }) => {
      const key = local(name);
      text = '';
      if (key === 'Template') found.templates.push(attributes.TemplateID ?? '');
      if (key === 'Appearance') [left = 0, top = 0] = numbersOf(attributes.Boundary);
      if (key === 'ImageObject' || key === 'CompositeObject' || key === 'VideoObject') found.objects.push(key);
      if (key === 'PathObject') found.paths += 1;
      if (key === 'TextObject') {
        object = attributes;
        [x, y] = [0, 0];
      }
      if (key === 'TextCode') code = attributes;
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (local(name) === 'Remark' && text.trim() !== '') found.remarks.push(text.trim());
      if (local(name) !== 'TextCode') return;
      // Where a code has no place, it follows the one before.
      x = code.X === undefined ? x : Number(code.X);
      y = code.Y === undefined ? y : Number(code.Y);
      found.texts.push(placed(text, object, code, { x, y, left, top }));
      text = '';
    },
  });
  return found;
}

function placed(
  text: string,
  object: Readonly<Record<string, string>>,
  code: Readonly<Record<string, string>>,
  at: { readonly x: number; readonly y: number; readonly left: number; readonly top: number },
): Placed {
  const [left = 0, top = 0] = numbersOf(object.Boundary);
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = object.CTM === undefined ? [] : numbersOf(object.CTM);
  const size = Number(object.Size ?? 3) * (Math.hypot(b, d) || 1);
  const x = at.left + left + a * at.x + c * at.y + e;
  const y = at.top + top + b * at.x + d * at.y + f;
  const last = [...text].at(-1) ?? '';
  const end = x + a * deltaOf(code.DeltaX) + (last > '\u2e7f' ? size : size / 2);
  return { x, y, end, size, text };
}

/** Sum of the distances between characters; `g 3 1.5` is three times 1.5. */
function deltaOf(list = ''): number {
  const words = list.trim().split(/\s+/u);
  let sum = 0;
  for (let index = 0; index < words.length; index += 1) {
    if (words[index] === 'g') {
      sum += Number(words[index + 1]) * Number(words[index + 2]) || 0;
      index += 2;
    } else sum += Number(words[index]) || 0;
  }
  return sum;
}

/** Texts on the same height are one line, from left to right. */
function linesFrom(texts: readonly Placed[]): string[] {
  const lines: Placed[][] = [];
  for (const one of texts.toSorted((first, second) => first.y - second.y)) {
    const line = lines.at(-1);
    const start = line?.[0];
    if (line !== undefined && start !== undefined && one.y - start.y < Math.min(start.size, one.size) / 2)
      line.push(one);
    else lines.push([one]);
  }
  return lines.map((line) => {
    let text = '';
    let end: number | null = null;
    for (const one of line.toSorted((first, second) => first.x - second.x)) {
      text += end !== null && one.x - end > one.size / 4 ? ` ${one.text}` : one.text;
      end = one.end;
    }
    return text.trim();
  });
}
