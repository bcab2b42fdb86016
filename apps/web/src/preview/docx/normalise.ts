/** A Word file rewritten for docx-preview: nothing in it that would be dropped without a word. */
import JSZip from 'jszip';
import { chunkLines } from './chunks.ts';
import { resolveFields } from './fields.ts';
import { attribute, child, Maker, markStyle, relationsNamespace, within } from './markup.ts';
import { writeUnknownMath } from './math.ts';
import { Numbering, withoutLists } from './numbering.ts';
import { OfficePackage, PackageError, type Relation } from './office-package.ts';
import { drawnParagraphs, showHidden, Story } from './story.ts';

export interface NormalisedDocx {
  readonly content: Blob;
  /** What is certainly not drawn, in words for people. */
  readonly leftOut: readonly string[];
}

const stories = ['header', 'footer', 'footnotes', 'endnotes'];
const labels: Readonly<Record<string, string>> = {
  header: '页眉',
  footer: '页脚',
  footnotes: '脚注',
  endnotes: '尾注',
  comments: '批注',
};
/** Other parts that docx-preview reads. */
const helpers = ['styles', 'theme', 'settings', 'fontTable'];
/** Maximum depth of Word files embedded in each other. */
const maxDepth = 3;
const relationBase = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';

/**
 * @param hasLook false: without styles and theme, for a file in which they are malformed
 * @throws PackageError where it is no Word file, or one that is too large for a page
 */
export async function normaliseDocx(content: Blob, hasLook = true): Promise<NormalisedDocx> {
  return new Normaliser(await OfficePackage.open(content), 0, hasLook).write();
}

class Normaliser {
  readonly #out = new JSZip();
  readonly #types: string[] = [];
  readonly #notes = new Set<string>();
  #shapes = 0;
  #made = 0;

  constructor(
    private readonly source: OfficePackage,
    private readonly depth: number,
    private readonly hasLook = true,
  ) {}

  async write(): Promise<NormalisedDocx> {
    const main = await this.source.mainPart();
    const xml = await this.source.xml(main);
    const relations = await this.source.relations(main);
    if (xml === null || child(xml.documentElement, 'body') === null) throw new PackageError('the main part is damaged');
    oneBody(xml.documentElement);
    const kept: string[] = [];
    const numbering = await this.#writeHelpers(relations, kept);
    const comments = await this.#commentsOf(relations);
    await this.#rewrite(xml, relations, numbering, kept, comments.labels);
    await this.#append(xml, comments, numbering);
    for (const relation of relations.filter(({ type }) => stories.includes(type))) {
      await this.#writeStory(relation, numbering, kept);
    }
    this.#keep(
      'word/document.xml',
      xml,
      kept,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml',
    );
    this.#out.file('_rels/.rels', relationsXml([relationXml('main', 'officeDocument', 'word/document.xml')]));
    this.#out.file('[Content_Types].xml', typesXml(this.#types));
    if (this.#shapes > 0) this.#notes.add(`图形（线条、形状等）${this.#shapes}个`);
    return { content: await this.#out.generateAsync({ type: 'blob' }), leftOut: [...this.#notes] };
  }

  /** The rewritten body of an embedded Word file, for a document of its own. Pictures are named, not taken over. */
  async blocks(): Promise<Element[]> {
    const main = await this.source.mainPart();
    const xml = await this.source.xml(main);
    const body = child(xml?.documentElement, 'body');
    if (xml === null || body === null) throw new PackageError('the main part is damaged');
    oneBody(xml.documentElement);
    const relations = await this.source.relations(main);
    const numbering = new Numbering(
      await this.#related(relations, 'numbering'),
      await this.#related(relations, 'styles'),
    );
    const comments = await this.#commentsOf(relations);
    await this.#rewrite(xml, relations, numbering, [], comments.labels);
    await this.#append(xml, comments, numbering);
    const maker = new Maker(xml);
    for (const drawing of within(body, 'drawing')) drawing.replaceWith(maker.text('〔图片，未显示〕'));
    for (const link of within(body, 'hyperlink')) link.replaceWith(...link.children);
    for (const note of within(body, 'footnoteReference', 'endnoteReference')) note.remove();
    for (const relation of relations.filter(({ type }) => stories.includes(type))) {
      const part = await this.source.xml(relation.target);
      if (part === null) continue;
      await this.#rewrite(part, await this.source.relations(relation.target), numbering, [], new Map());
      for (const paragraph of within(part, 'p').filter((one) => one.textContent.trim() !== ''))
        body.append(xml.importNode(paragraph, true));
    }
    return [...body.children].filter(({ localName }) => localName === 'p' || localName === 'tbl');
  }

  async #related(relations: readonly Relation[], type: string): Promise<Document | null> {
    const relation = relations.find((one) => one.type === type && !one.isExternal);
    return relation === undefined ? null : this.source.xml(relation.target);
  }

  async #writeHelpers(relations: readonly Relation[], kept: string[]): Promise<Numbering> {
    const styles = await this.#related(relations, 'styles');
    const numbering = new Numbering(await this.#related(relations, 'numbering'), styles);
    for (const type of this.hasLook ? helpers : []) {
      const xml = type === 'styles' ? styles : await this.#related(relations, type);
      if (xml === null || (type === 'theme' && within(xml, 'themeElements').length === 0)) continue;
      if (type === 'styles') {
        withoutLists(xml);
        for (const look of within(xml, 'rPr')) showHidden(look, new Maker(xml));
      }
      if (type === 'fontTable')
        for (const embedded of within(xml, 'embedRegular', 'embedBold', 'embedItalic', 'embedBoldItalic'))
          embedded.remove();
      this.#keep(`word/${type}.xml`, xml, []);
      kept.push(relationXml(`lg-${type}`, type, `${type}.xml`));
    }
    return numbering;
  }

  async #writeStory(relation: Relation, numbering: Numbering, kept: string[]): Promise<void> {
    if (relation.isExternal) return;
    const xml = await this.source.xml(relation.target);
    if (xml === null) {
      this.#notes.add(`${labels[relation.type] ?? relation.type}（已损坏）`);
      return;
    }
    const own: string[] = [];
    const relations = await this.source.relations(relation.target);
    const isNote = relation.type.endsWith('notes');
    await this.#rewrite(xml, relations, numbering, own, new Map(), isNote);
    const name = `story${(this.#made += 1)}.xml`;
    this.#keep(`word/${name}`, xml, own);
    kept.push(relationXml(relation.id, relation.type, name));
  }

  /** Rewrites one part; pictures and links that it still has are taken over. */
  async #rewrite(
    xml: Document,
    relations: readonly Relation[],
    numbering: Numbering,
    kept: string[],
    comments: ReadonlyMap<string, string>,
    isNote = false,
  ): Promise<void> {
    const maker = new Maker(xml);
    const root = xml.documentElement;
    for (const old of within(
      root,
      'pPrChange',
      'rPrChange',
      'sectPrChange',
      'tblPrChange',
      'trPrChange',
      'tcPrChange',
      'tblGridChange',
      'tblPrExChange',
      'numberingChange',
    ))
      old.remove();
    const [chunks, graphics] = [new Map<string, Element[]>(), new Map<string, string[]>()];
    for (const one of within(root, 'altChunk')) {
      const id = attribute(one, 'id') ?? '';
      chunks.set(
        id,
        await this.#chunk(
          relations.find((relation) => relation.id === id),
          xml,
        ),
      );
    }
    for (const one of within(root, 'relIds', 'chart')) {
      const id = attribute(one, 'dm') ?? attribute(one, 'id') ?? '';
      const relation = relations.find((each) => each.id === id);
      const graphic = relation === undefined ? null : await this.source.xml(relation.target);
      if (graphic !== null)
        graphics.set(id, one.localName === 'chart' ? chartLines(graphic) : drawnParagraphs(graphic));
    }
    resolveFields(root, maker);
    writeUnknownMath(root, maker, isNote);
    const story = new Story(maker, {
      // A chunk that is referred to twice is shown twice.
      chunk: (id) => (chunks.get(id) ?? []).map((one) => one.cloneNode(true) as Element),
      graphic: (id) => graphics.get(id) ?? null,
      comment: (id) => comments.get(id) ?? null,
      leftOut: () => (this.#shapes += 1),
    });
    const containers = [...root.children].filter(({ localName }) =>
      ['body', 'footnote', 'endnote', 'comment'].includes(localName),
    );
    for (const container of containers.length > 0 ? containers : [root]) story.blocks(container);
    // Numbers of a paragraph that was taken from another document are written already: it is in no list any more.
    for (const paragraph of within(root, 'p'))
      if (paragraph.namespaceURI === root.namespaceURI) numbering.write(paragraph, maker);
    await this.#takeOver(root, relations, kept);
  }

  async #takeOver(root: Element, relations: readonly Relation[], kept: string[]): Promise<void> {
    const used = new Set(
      within(root, 'blip', 'hyperlink', 'headerReference', 'footerReference').flatMap((one) =>
        [...one.attributes].filter(({ namespaceURI }) => namespaceURI === relationsNamespace).map(({ value }) => value),
      ),
    );
    const taken = new Set(kept.map((one) => /Id="([^"]*)"/u.exec(one)?.[1]));
    for (const relation of relations) {
      if (!used.has(relation.id) || taken.has(relation.id) || stories.includes(relation.type)) continue;
      if (relation.isExternal) kept.push(relationXml(relation.id, 'hyperlink', relation.target, true));
      else if (relation.type === 'image') {
        const bytes = await this.source.bytes(relation.target).catch(() => null);
        if (bytes === null) continue;
        const name = `media/${(this.#made += 1)}-${relation.target.replace(/^.*\/|[^\w.]/gu, '')}`;
        this.#out.file(`word/${name}`, bytes);
        this.#types.push(typeXml(`word/${name}`, imageType(bytes, this.source.mediaType(relation.target))));
        kept.push(relationXml(relation.id, 'image', name));
      }
    }
  }

  async #commentsOf(relations: readonly Relation[]): Promise<Comments> {
    const relation = relations.find(({ type, isExternal }) => type === 'comments' && !isExternal);
    const xml = relation === undefined ? null : await this.source.xml(relation.target);
    if (relation !== undefined && xml === null) this.#notes.add('批注（已损坏）');
    const all = xml === null ? [] : within(xml, 'comment');
    return {
      xml,
      part: relation?.target ?? '',
      labels: new Map(all.map((one, index) => [attribute(one, 'id') ?? '', `批注${index + 1}`])),
    };
  }

  /** Comments are shown at the end of the text, because a frame without scripts cannot open them. */
  async #append(xml: Document, comments: Comments, numbering: Numbering): Promise<void> {
    if (comments.xml === null || comments.labels.size === 0) return;
    const itsRelations = await this.source.relations(comments.part);
    await this.#rewrite(comments.xml, itsRelations, numbering, [], new Map());
    const maker = new Maker(xml);
    const body = child(xml.documentElement, 'body') ?? xml.documentElement;
    const last = [...body.children].filter(({ localName }) => localName === 'sectPr').at(-1) ?? null;
    const content = within(comments.xml, 'comment').flatMap((comment) => {
      const author = attribute(comment, 'author');
      const label = comments.labels.get(attribute(comment, 'id') ?? '') ?? '批注';
      const blocks = [...comment.children].map((one) => xml.importNode(one, true));
      for (const drawing of blocks.flatMap((one) => within(one, 'drawing')))
        drawing.replaceWith(maker.text('〔图片，未显示〕'));
      for (const link of blocks.flatMap((one) => within(one, 'hyperlink'))) link.replaceWith(...link.children);
      return [
        maker.paragraph(`〔${label}${author === null || author === '' ? '' : ` ${author}`}〕`, markStyle),
        ...blocks,
      ];
    });
    const box = maker.box(content);
    if (last === null) body.append(box);
    else last.before(box);
  }

  async #chunk(relation: Relation | undefined, xml: Document): Promise<Element[]> {
    const maker = new Maker(xml);
    const name = relation?.target.split('/').at(-1) ?? '';
    const missing = (): Element[] => {
      this.#notes.add(`嵌入的文档${name === '' ? '' : `“${name}”`}`);
      return [maker.paragraph(`〔嵌入的文档${name === '' ? '' : `“${name}”`}，未显示〕`, markStyle)];
    };
    if (relation === undefined || relation.isExternal || this.depth >= maxDepth) return missing();
    try {
      const bytes = await this.source.bytes(relation.target);
      if (bytes === null) return missing();
      if (bytes[0] === 0x50 && bytes[1] === 0x4b) {
        const nested = new Normaliser(await OfficePackage.open(bytes), this.depth + 1);
        const blocks = await nested.blocks();
        for (const note of nested.#notes) this.#notes.add(note);
        return blocks.map((one) => xml.importNode(one, true));
      }
      const lines = chunkLines(bytes, this.source.mediaType(relation.target), relation.target);
      return lines === null ? missing() : lines.map((line) => maker.paragraph(line));
    } catch (error) {
      if (error instanceof PackageError) return missing();
      throw error;
    }
  }

  #keep(name: string, xml: Document, relations: readonly string[], type?: string): void {
    this.#out.file(name, new XMLSerializer().serializeToString(xml));
    const at = name.lastIndexOf('/') + 1;
    // Without this file docx-preview fails at the first picture.
    this.#out.file(`${name.slice(0, at)}_rels/${name.slice(at)}.rels`, relationsXml(relations));
    if (type !== undefined) this.#types.push(typeXml(name, type));
  }
}

interface Comments {
  readonly xml: Document | null;
  readonly part: string;
  readonly labels: ReadonlyMap<string, string>;
}

/** Some programs write several bodies, of which docx-preview draws one. */
function oneBody(root: Element): void {
  const [first, ...others] = [...root.children].filter(({ localName }) => localName === 'body');
  for (const other of others) {
    first?.append(...other.children);
    other.remove();
  }
}

/** Titles, categories and stored values. */
function chartLines(chart: Document): string[] {
  const values = within(chart, 'v').map(({ textContent }) => textContent.trim());
  return [...drawnParagraphs(chart), ...values.filter((value) => value !== '')];
}

/** By content, because a wrong media type would leave a picture undrawn. */
function imageType(bytes: Uint8Array, declared: string): string {
  const start = new TextDecoder('latin1').decode(bytes.subarray(0, 12));
  if (start.startsWith('\x89PNG')) return 'image/png';
  if (start.startsWith('\xff\xd8')) return 'image/jpeg';
  if (start.startsWith('GIF8')) return 'image/gif';
  if (start.startsWith('BM')) return 'image/bmp';
  if (start.startsWith('RIFF') && start.endsWith('WEBP')) return 'image/webp';
  return declared === '' ? 'application/octet-stream' : declared;
}

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
}

function relationXml(id: string, type: string, target: string, isExternal = false): string {
  return `<Relationship Id="${escaped(id)}" Type="${relationBase}${type}" Target="${escaped(target)}"${isExternal ? ' TargetMode="External"' : ''}/>`;
}

function relationsXml(relations: readonly string[]): string {
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${relations.join('')}</Relationships>`;
}

function typeXml(name: string, type: string): string {
  return `<Override PartName="${escaped(name)}" ContentType="${escaped(type)}"/>`;
}

function typesXml(types: readonly string[]): string {
  return `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">${types.join('')}</Types>`;
}
