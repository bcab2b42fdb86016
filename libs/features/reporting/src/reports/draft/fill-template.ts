/**
 * Inserts figures into a template: with bookmarks by their names, links to their lists, and in yellow where they are
 * missing.
 */
import {
  attributeOf,
  encodeXml,
  fillDocx,
  mainPart,
  packDocx,
  wordTokensOf,
  xmlTokensOf,
  type DocxFiles,
  type DocxFilling,
  type Inline,
  type RunPlace,
  type Token,
} from '@lawgate/files';
import { missingMark, placeholderName, type DraftFigure, type Phrase, type Piece } from './phrase.ts';
import { appendixOf, tableOf } from './word-blocks.ts';

export interface Filling {
  /** Phrases by every name that the template may use for them. */
  readonly phrases: ReadonlyMap<string, Phrase>;
  readonly table: { readonly head: readonly string[]; readonly rows: readonly (readonly Piece[])[] };
  /** Address of the system for links, without a trailing slash. */
  readonly base: string;
}

/** The one placeholder that is replaced by a table; it must be a paragraph of its own. */
export const tableName = 'reviews.table';

export interface Filled {
  readonly bytes: Buffer;
  /** Unknown figures, in the order of the text, each once. */
  readonly missing: readonly DraftFigure[];
  /** Names that have no value any more. */
  readonly unknown: readonly string[];
}

const linkType = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';
const relationships = 'word/_rels/document.xml.rels';
const maxBookmarkLength = 40;

/** @throws DocxError for a template that was never checked */
export function fillTemplate(files: DocxFiles, filling: Filling): Filled {
  const writer = new DraftWriter(filling, wordTokensOf(files.get(mainPart) ?? Buffer.alloc(0)));
  const written = fillDocx(files, writer);
  written.set(relationships, Buffer.from(writer.relationships(files.get(relationships))));
  return { bytes: packDocx(written), missing: [...writer.missing.values()], unknown: [...writer.unknown] };
}

class DraftWriter implements DocxFilling {
  readonly names = placeholderName;
  readonly missing = new Map<string, DraftFigure>();
  readonly unknown = new Set<string>();
  readonly #links = new Map<string, string>();
  readonly #bookmarks: Set<string>;
  #nextBookmark: number;

  constructor(
    private readonly filling: Filling,
    document: readonly Token[],
  ) {
    const marks = document.filter((token) => token.kind !== 'text' && token.name === 'w:bookmarkStart');
    this.#bookmarks = new Set(marks.map((token) => (attributeOf(token, 'w:name') ?? '').toLowerCase()));
    this.#nextBookmark = Math.max(0, ...marks.map((token) => Number(attributeOf(token, 'w:id')) || 0)) + 1;
  }

  /** The table, where its placeholder is a paragraph of the body. */
  block(name: string, { isMain, inBody }: { readonly isMain: boolean; readonly inBody: boolean }): string | null {
    if (name !== tableName || !isMain || !inBody) return null;
    const { head, rows } = this.filling.table;
    return tableOf(
      head,
      rows.map((row) => row.map((piece) => this.#run(piece, '', true))),
    );
  }

  inline(name: string, { properties, linkable, isMain }: RunPlace): readonly Inline[] {
    return this.#piecesOf(name).map((piece) =>
      typeof piece === 'string' ? { text: piece } : { runs: this.#run(piece, properties, isMain && linkable, isMain) },
    );
  }

  atEnd(): string {
    return this.missing.size > 0 ? appendixOf([...this.missing.values()]) : '';
  }

  #piecesOf(name: string): readonly Piece[] {
    const phrase = this.filling.phrases.get(name);
    if (phrase !== undefined) return phrase.pieces;
    this.unknown.add(name);
    return [unknownFigure(name)];
  }

  #run(piece: Piece, properties: string, linked: boolean, marked = true): string {
    if (typeof piece === 'string') return `<w:r>${properties}<w:t xml:space="preserve">${encodeXml(piece)}</w:t></w:r>`;
    if (piece.missing) this.missing.set(piece.key, piece);
    const text = piece.missing ? missingMark(piece) : piece.text;
    const own = piece.missing ? highlighted(properties) : properties;
    const run = `<w:r>${own}<w:t xml:space="preserve">${encodeXml(text)}</w:t></w:r>`;
    const link = linked && piece.link !== '' ? this.#linkTo(piece.link) : null;
    const shown = link === null ? run : `<w:hyperlink r:id="${link}" w:history="1">${run}</w:hyperlink>`;
    if (!marked) return shown;
    const id = this.#nextBookmark++;
    return `<w:bookmarkStart w:id="${id}" w:name="${this.#bookmark(piece.key)}"/>${shown}<w:bookmarkEnd w:id="${id}"/>`;
  }

  /** Named after the figure; repeated ones have a number. */
  #bookmark(key: string): string {
    const plain = key.replace(/[^\p{L}\p{N}_]/gu, '_').replace(/^(?!\p{L})/u, 'f');
    for (let count = 1; ; count += 1) {
      const tail = count === 1 ? '' : `_${count}`;
      const name = `${plain.slice(0, maxBookmarkLength - tail.length)}${tail}`;
      if (this.#bookmarks.has(name.toLowerCase())) continue;
      this.#bookmarks.add(name.toLowerCase());
      return name;
    }
  }

  #linkTo(link: string): string {
    const known = this.#links.get(link);
    if (known !== undefined) return known;
    const id = `rIdFigure${this.#links.size + 1}`;
    this.#links.set(link, id);
    return id;
  }

  relationships(before: Buffer | undefined): string {
    const made = [...this.#links].map(
      ([link, id]) =>
        `<Relationship Id="${id}" Type="${linkType}" Target="${encodeXml(this.filling.base + link)}" TargetMode="External"/>`,
    );
    const known = before === undefined ? [] : xmlTokensOf(before).filter(({ kind }) => kind === 'empty');
    const kept = known.filter((token) => !/^rIdFigure\d+$/.test(attributeOf(token, 'Id') ?? '')).map(({ raw }) => raw);
    return (
      '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      `${[...kept, ...made].join('')}</Relationships>`
    );
  }
}

function unknownFigure(name: string): DraftFigure {
  return {
    key: name,
    label: name,
    section: '',
    value: null,
    text: '',
    unit: '',
    missing: true,
    reason: '模板中的占位符已没有对应的数据（可能已停用），请修改模板。',
    link: '',
    list: '',
  };
}

const afterHighlight =
  /<w:(u|effect|bdr|shd|fitText|vertAlign|rtl|cs|em|lang|eastAsianLayout|specVanish|oMath|rPrChange)[\s/>]|<\/w:rPr>/;

/** The order of properties within a run is fixed by the format. */
function highlighted(properties: string): string {
  const own = '<w:highlight w:val="yellow"/>';
  if (properties === '') return `<w:rPr>${own}</w:rPr>`;
  const plain = properties.replace(/<w:highlight\s[^>]*\/>/g, '');
  const at = plain.search(afterHighlight);
  return `${plain.slice(0, at)}${own}${plain.slice(at)}`;
}
