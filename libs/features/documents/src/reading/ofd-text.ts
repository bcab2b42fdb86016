/** The text of an OFD document (GB/T 33190-2016), page by page. */
import path from 'node:path';
import type { OfficePackage } from './office-package.ts';
import { contentOf, Graphics, graphicsOf, linesFrom, local, noSums, type Placed, type Sums } from './ofd-content.ts';
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
import { merged } from './unread.ts';
import { walkXml } from './xml.ts';

/** Page number from 1, by the id of the page. */
type PageNumbers = ReadonlyMap<string, number>;

/** More curves than this on a page may be letters that were turned into outlines. */
const maxCurves = 60;

/** @throws ReadError */
export async function readOfd(source: OfficePackage): Promise<ReadText> {
  const roots = documentsIn(await required(source, 'OFD.xml'));
  if (roots.isEncrypted) throw new ReadError('encrypted');
  const found = new OfdText(source);
  for (const one of roots.documents) await found.add(one);
  return found.finish();
}

async function required(source: OfficePackage, name: string): Promise<Buffer> {
  const part = await source.read(name);
  if (part === null) throw new ReadError('damaged');
  return part;
}

/** A place that is given from the root of the archive, or from the folder of the file that names it. */
function locate(folder: string, place: string): string {
  const slashes = place.replaceAll('\\', '/');
  return path.posix
    .normalize(slashes.startsWith('/') ? slashes : path.posix.join('/', folder, slashes))
    .replace(/^\//u, '');
}

interface DocumentEntry {
  readonly root: string;
  signatures: string | null;
  /** Places of its versions, and which of them is in force. */
  readonly versions: { readonly place: string; readonly isCurrent: boolean }[];
}

function documentsIn(part: Buffer): { documents: DocumentEntry[]; isEncrypted: boolean } {
  const documents: DocumentEntry[] = [];
  let versions: DocumentEntry['versions'] = [];
  let text = '';
  let isEncrypted = false;
  walkXml(part, {
    open: ({ name, attributes }) => {
      text = '';
      const key = local(name);
      if (key === 'Encryptions' || key === 'Encryption') isEncrypted = true;
      if (key === 'DocBody') versions = [];
      if (key === 'Version') {
        versions.push({ place: locate('', attributes.BaseLoc ?? ''), isCurrent: attributes.Current === 'true' });
      }
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      if (local(name) === 'DocRoot') documents.push({ root: locate('', text.trim()), signatures: null, versions });
      const last = documents.at(-1);
      if (local(name) === 'Signatures' && last !== undefined && text.trim() !== '') last.signatures = text.trim();
      text = '';
    },
  });
  return { documents, isEncrypted };
}

/** Text of elements of one name. @throws ReadError `damaged` */
function textsOf(part: Buffer, ...keys: readonly string[]): { key: string; text: string }[] {
  const found: { key: string; text: string }[] = [];
  let text = '';
  walkXml(part, {
    open: () => {
      text = '';
    },
    text: (piece) => {
      text += piece;
    },
    close: (name) => {
      const key = local(name);
      if (keys.includes(key) && text.trim() !== '') found.push({ key, text: text.trim() });
      text = '';
    },
  });
  return found;
}

class OfdText {
  readonly #source: OfficePackage;
  readonly #parts: TextPart[] = [];
  readonly #unread: UnreadPart[] = [];
  #graphics = new Graphics();
  /** Names of the files of pages and templates that have been read. */
  readonly #shown = new Set<string>();
  #pages = 0;
  #characters = 0;

  constructor(source: OfficePackage) {
    this.#source = source;
  }

  async add({ root, signatures, versions }: DocumentEntry): Promise<void> {
    const current = await this.#currentRoot(root, versions);
    const folder = path.posix.dirname(current);
    const document = await required(this.#source, current);
    const pages: { id: string; place: string }[] = [];
    const templates = new Map<string, string>();
    walkXml(document, {
      open: ({ name, attributes: { ID = '', BaseLoc = '' } }) => {
        if (local(name) === 'Page') pages.push({ id: ID, place: locate(folder, BaseLoc) });
        if (local(name) === 'TemplatePage') templates.set(ID, locate(folder, BaseLoc));
      },
    });
    const files = textsOf(document, 'PublicRes', 'DocumentRes', 'Annotations', 'Attachments');
    const placesOf = (...keys: readonly string[]): string[] =>
      files.filter(({ key }) => keys.includes(key)).map(({ text }) => locate(folder, text));
    this.#graphics = new Graphics();
    for (const place of placesOf('PublicRes', 'DocumentRes')) await this.#resources(place);
    const numbers = new Map<string, number>();
    for (const { id, place } of pages) {
      this.#pages += 1;
      numbers.set(id, this.#pages);
      await this.#page(place, templates);
    }
    for (const place of placesOf('Annotations')) await this.#annotations(place, numbers);
    for (const place of placesOf('Attachments')) await this.#attachments(place);
    if (signatures !== null) await this.#seals(locate('', signatures), numbers);
    await this.#unused(folder, templates);
  }

  finish(): ReadText {
    return { ...textOnly([], this.#pages), parts: this.#parts, unread: merged(this.#unread) };
  }

  #name(part: string, page: number | null, reason: UnreadReason, count = 1): void {
    for (let index = 0; index < count; index += 1) this.#unread.push({ part, page, reason });
  }

  /** Null where the part is absent or damaged, which is named. */
  async #part<T>(name: string, label: string, page: number | null, read: (part: Buffer) => T): Promise<T | null> {
    try {
      const part = await this.#source.read(name);
      if (part !== null) return read(part);
    } catch (error) {
      if (!(error instanceof ReadError) || error.problem !== 'damaged') throw error;
    }
    this.#name(label, page, 'damaged');
    return null;
  }

  /** The root of the version in force; the other versions are named. */
  async #currentRoot(root: string, versions: DocumentEntry['versions']): Promise<string> {
    let current = root;
    for (const { place, isCurrent } of versions) {
      const found = await this.#part(place, '版本', null, (part) => textsOf(part, 'DocRoot')[0]?.text);
      if (found === null || found === undefined) continue;
      const own = locate(path.posix.dirname(place), found);
      if (isCurrent) current = own;
      else if (own !== root) this.#name('文件的其他版本', null, 'unsupported');
    }
    return current;
  }

  async #resources(place: string): Promise<void> {
    const units = await this.#part(place, '资源', null, graphicsOf);
    if (units !== null) this.#graphics.add(units);
  }

  async #page(place: string, templates: ReadonlyMap<string, string>): Promise<void> {
    const page = this.#pages;
    this.#shown.add(place);
    const content = await this.#part(place, '正文', page, contentOf);
    if (content === null) return;
    for (const resource of content.resources) await this.#resources(locate(path.posix.dirname(place), resource));
    const sums = noSums();
    const texts: Placed[] = [];
    for (const id of content.templates) {
      const name = templates.get(id) ?? '';
      this.#shown.add(name);
      const template = await this.#part(name, '模板页', page, contentOf);
      if (template !== null) texts.push(...this.#graphics.draw(template, sums));
    }
    texts.push(...this.#graphics.draw(content, sums));
    this.#objects('正文', page, sums);
    this.#put('body', '正文', page, texts);
    // Letters may have been turned into outlines.
    if (sums.curves > maxCurves || (texts.length === 0 && sums.paths > 0)) this.#name('正文中的图形', page, 'drawing');
  }

  #objects(part: string, page: number | null, sums: Sums): void {
    this.#name(`${part}中的图片`, page, 'picture', sums.pictures);
    this.#name(`${part}中的组合图形`, page, 'damaged', sums.unknown);
    if (sums.glyphs > 0) this.#name(part, page, 'glyphs');
  }

  #put(kind: PartKind, part: string, page: number | null, texts: readonly Placed[]): void {
    const readable = texts.filter(({ text }) => !/^[\s\ufffd¤]*$/u.test(text));
    if (texts.some(({ text }) => /[\ufffd¤]/u.test(text))) this.#name(part, page, 'glyphs');
    this.#add(kind, page, linesFrom(readable));
  }

  #add(kind: PartKind, page: number | null, paragraphs: readonly string[]): void {
    if (paragraphs.length === 0) return;
    this.#characters += paragraphs.reduce((sum, one) => sum + one.length, 0);
    if (this.#characters > maxCharacters) throw new ReadError('too-large');
    this.#parts.push({ kind, page, paragraphs });
  }

  async #annotations(place: string, numbers: PageNumbers): Promise<void> {
    const annotated = await this.#part(place, '注释', null, annotatedPages);
    for (const { id, file } of annotated ?? []) {
      const page = numbers.get(id) ?? null;
      const name = locate(path.posix.dirname(place), file);
      // Programs that take pages out of a document leave their entries.
      if (page === null && (await this.#source.read(name)) === null) continue;
      const content = await this.#part(name, '注释', page, contentOf);
      if (content === null) continue;
      const sums = noSums();
      this.#put('annotation', '注释', page, this.#graphics.draw(content, sums));
      this.#add('annotation', page, content.remarks);
      this.#objects('注释', page, sums);
      if (sums.curves > maxCurves) this.#name('注释中的图形', page, 'drawing');
    }
  }

  async #attachments(place: string): Promise<void> {
    await this.#part(place, '附件', null, (part) =>
      walkXml(part, {
        open: ({ name, attributes }) => {
          if (local(name) === 'Attachment') this.#name(`附件“${attributes.Name ?? ''}”`, null, 'object');
        },
      }),
    );
  }

  async #seals(place: string, numbers: PageNumbers): Promise<void> {
    const places: string[] = [];
    await this.#part(place, '签名', null, (part) =>
      walkXml(part, {
        open: ({ name, attributes }) => {
          if (local(name) === 'Signature') places.push(locate(path.posix.dirname(place), attributes.BaseLoc ?? ''));
        },
      }),
    );
    for (const one of places) {
      await this.#part(one, '签名', null, (part) =>
        walkXml(part, {
          open: ({ name, attributes }) => {
            if (local(name) !== 'StampAnnot') return;
            this.#name('印章', numbers.get(attributes.PageRef ?? '') ?? null, 'picture');
          },
        }),
      );
    }
  }

  /** Templates that no page uses and pages that the document does not list are not shown, but may have text. */
  async #unused(folder: string, templates: ReadonlyMap<string, string>): Promise<void> {
    const isPage = /(?:^|\/)Pages\/[^/]+\/Content\.xml$/iu;
    const pages = this.#source.names.filter((name) => name.startsWith(`${folder}/`) && isPage.test(name));
    for (const [label, names] of [
      ['没有用到的模板页', new Set(templates.values())],
      ['没有列入文件的页面', new Set(pages)],
    ] as const) {
      for (const name of names) {
        if (this.#shown.has(name)) continue;
        const content = await this.#part(name, label, null, contentOf);
        const hasText = content?.codes.some(({ text }) => text.trim() !== '') ?? false;
        if (hasText || (content?.composites.length ?? 0) > 0) this.#name(label, null, 'unsupported');
      }
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
