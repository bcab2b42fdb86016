/** The text of a Word document: the body and every other part that has text. */
import { readDiagram } from './diagram.ts';
import { NoteNumbers } from './note-numbers.ts';
import { readNumbering } from './numbering.ts';
import { openZipPackage, type OfficePackage, type Relationship } from './office-package.ts';
import {
  linesOf,
  maxCharacters,
  partLabels,
  ReadError,
  type PartKind,
  type ReadText,
  type TextPart,
} from './read-text.ts';
import type { MarginReference, StoryFindings } from './story-findings.ts';
import { readStory } from './story.ts';
import { readStyles } from './styles.ts';
import { merged, type PlacedPart } from './unread.ts';

/** Reads an embedded document by its content type and its name. @throws ReadError */
export type ChunkReader = (bytes: Buffer, mediaType: string, name: string) => Promise<ReadText>;

/** @throws ReadError */
export async function readDocx(bytes: Buffer, readChunk: ChunkReader): Promise<ReadText> {
  return readPackage(await openZipPackage(bytes), readChunk);
}

const diagramTypes = /(?:drawingml\.chart(?:shapes)?|drawingml\.diagramData|ms-office\.chartex)\+xml$/u;
const notes = [
  ['footnotes', 'footnote'],
  ['endnotes', 'endnote'],
  ['comments', 'comment'],
] as const;

/** @throws ReadError */
export async function readPackage(source: OfficePackage, readChunk: ChunkReader): Promise<ReadText> {
  const main = await mainPart(source);
  const body = await source.read(main);
  if (body === null) throw new ReadError('damaged');
  const relations = await source.relationsOf(main);
  const partOf = async (kind: string): Promise<Buffer | null> => {
    const found = relations.find((one) => one.kind === kind && !one.external);
    return found === undefined ? null : source.read(found.target);
  };
  const styles = readStyles(await partOf('styles'));
  const numbering = readNumbering(await partOf('numbering'));
  const text = new DocumentText();
  const noteNumbers = new NoteNumbers();
  noteNumbers.readFormat(await partOf('settings'));
  if (body.includes('notePr')) noteNumbers.readFormat(body);
  const context = { styles, numbering, notes: noteNumbers };

  const story = (part: Buffer, kind: PartKind, name: string = partLabels[kind]): StoryFindings | null => {
    try {
      return text.add(readStory(part, kind, context, name));
    } catch (error) {
      if (!(error instanceof ReadError) || error.problem !== 'damaged' || kind === 'body') throw error;
      text.unread.push({ part: name, page: null, reason: 'damaged' });
      return null;
    }
  };

  const found = story(body, 'body') as StoryFindings;
  const margins = { header: [] as StoryFindings[], footer: [] as StoryFindings[] };
  const seen = new Set<string>();
  const sections = new Set(found.headers.map(({ section }) => section)).size;
  for (const reference of found.headers) {
    const { kind, id } = reference;
    const target = targetOf(relations, id);
    if (target === null || seen.has(target)) continue;
    seen.add(target);
    const part = await source.read(target);
    const margin = part === null ? null : story(part, kind, marginName(reference, sections));
    if (margin !== null) margins[kind].push(margin);
  }
  for (const header of margins.header) text.put('header', header);
  await text.putBody(found, async (id) => {
    const target = targetOf(relations, id);
    const content = target === null ? null : await source.read(target);
    if (target === null || content === null) throw new ReadError('damaged');
    return readChunk(content, source.typeOf(target), target);
  });
  for (const footer of margins.footer) text.put('footer', footer);
  for (const [relation, kind] of notes) {
    const part = await partOf(relation);
    const findings = part === null ? null : story(part, kind);
    if (findings !== null) text.put(kind, findings);
  }
  for (const name of source.names.filter((one) => diagramTypes.test(source.typeOf(one))).sort()) {
    const part = await source.read(name);
    if (part === null) continue;
    try {
      text.putLines('diagram', readDiagram(part));
    } catch (error) {
      if (!(error instanceof ReadError) || error.problem !== 'damaged') throw error;
      text.unread.push({ part: partLabels.diagram, page: null, reason: 'damaged' });
    }
  }
  return { ...text.finish(), externalLinks: await externalLinks(source), macros: source.names.some(isMacro) };
}

/** Such as 第2节首页页眉; without the section where one alone has headers. */
function marginName({ kind, pages, section }: MarginReference, sections: number): string {
  const which = pages === 'first' ? '首页' : pages === 'even' ? '偶数页' : '';
  return `${sections > 1 ? `第${section}节` : ''}${which}${partLabels[kind]}`;
}

function isMacro(name: string): boolean {
  return /vbaProject\.bin$|vbaData\.xml$/iu.test(name);
}

/** The part that the package names as its document, or the one whose type says so. */
async function mainPart(source: OfficePackage): Promise<string> {
  const main = (await source.relationsOf('')).find(({ kind, external }) => kind === 'officeDocument' && !external);
  if (main !== undefined) return main.target;
  const typed = source.names.find((name) =>
    /wordprocessingml\.(?:document|template)\.main\+xml$/u.test(source.typeOf(name)),
  );
  return typed ?? 'word/document.xml';
}

function targetOf(relations: readonly Relationship[], id: string): string | null {
  const found = relations.find((one) => one.id === id && !one.external);
  return found?.target ?? null;
}

async function externalLinks(source: OfficePackage): Promise<number> {
  let count = 0;
  for (const name of source.names.filter((one) => /\.rels$/iu.test(one))) {
    const owner = name.replace(/(^|\/)_rels\/([^/]*)\.rels$/iu, '$1$2');
    try {
      count += (await source.relationsOf(owner)).filter(({ external }) => external).length;
    } catch (error) {
      if (!(error instanceof ReadError) || error.problem !== 'damaged') throw error;
    }
  }
  return count;
}

/** Collects the parts of a document in the order in which they are read. */
class DocumentText {
  readonly parts: TextPart[] = [];
  readonly unread: PlacedPart[] = [];
  #insertions = 0;
  #deletions = 0;
  #characters = 0;
  readonly #margins = new Set<string>();

  add(findings: StoryFindings): StoryFindings {
    this.#insertions += findings.insertions;
    this.#deletions += findings.deletions;
    return findings;
  }

  put(kind: PartKind, { segments, boxes, unread }: StoryFindings): void {
    const paragraphs = linesOf(segments.map((one) => (typeof one === 'string' ? one : '')).join(''));
    const isMargin = kind === 'header' || kind === 'footer';
    const key = `${kind}:${paragraphs.join('\n')}`;
    // Sections repeat the same header in parts of their own.
    if (!isMargin || !this.#margins.has(key)) this.putLines(kind, paragraphs);
    this.#margins.add(key);
    for (const box of boxes) this.putLines('text-box', linesOf(box));
    this.unread.push(...unread);
  }

  /** @param read reads the embedded document of a relationship */
  async putBody({ segments, boxes, unread }: StoryFindings, read: (id: string) => Promise<ReadText>): Promise<void> {
    let text = '';
    for (const segment of segments) {
      if (typeof segment === 'string') {
        text += segment;
        continue;
      }
      this.putLines('body', linesOf(text));
      text = '';
      await this.#putChunk(() => read(segment.chunk));
    }
    this.putLines('body', linesOf(text));
    for (const box of boxes) this.putLines('text-box', linesOf(box));
    this.unread.push(...unread);
  }

  async #putChunk(read: () => Promise<ReadText>): Promise<void> {
    try {
      const { parts, unread, insertions, deletions } = await read();
      for (const { paragraphs } of parts) this.putLines('chunk', paragraphs);
      this.unread.push(...unread.map((one) => ({ ...one, part: `${partLabels.chunk}的${one.part}` })));
      this.#insertions += insertions;
      this.#deletions += deletions;
    } catch (error) {
      if (!(error instanceof ReadError) || error.problem === 'too-large') throw error;
      this.unread.push({ part: partLabels.chunk, page: null, reason: 'damaged' });
    }
  }

  putLines(kind: PartKind, paragraphs: readonly string[]): void {
    if (paragraphs.length === 0) return;
    this.#characters += paragraphs.reduce((sum, one) => sum + one.length, 0);
    if (this.#characters > maxCharacters) throw new ReadError('too-large');
    this.parts.push({ kind, page: null, paragraphs });
  }

  finish(): Pick<ReadText, 'parts' | 'unread' | 'pages' | 'insertions' | 'deletions'> {
    return {
      parts: this.parts,
      unread: merged(this.unread),
      pages: null,
      insertions: this.#insertions,
      deletions: this.#deletions,
    };
  }
}
