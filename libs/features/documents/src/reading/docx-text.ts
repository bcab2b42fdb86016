/**
 * The text of a Word document (ECMA-376), read from its markup: tracked insertions and deletions are neither accepted
 * nor dropped, and nothing outside the file is accessed.
 */
import { openZip, ZipError, type ZipArchive } from '@lawgate/files/zip';
import { linesOf, maxCharacters, ReadError, textOnly, type ReadText } from './read-text.ts';

const maxEntries = 10_000;
/**
 * Maximum inflated bytes of the parts that are read. A contract of 1,000 pages has about 20 MiB of text with its
 * markup.
 */
const maxInflatedBytes = 128 * 1024 * 1024;

const tag = /<(\/?)([A-Za-z0-9]+:)?([A-Za-z0-9]+)([^<>]*?)(\/?)>/gy;

/** @throws ReadError */
export async function readDocx(bytes: Buffer): Promise<ReadText> {
  try {
    const limits = { maxEntries, maxEntryBytes: maxInflatedBytes, maxTotalBytes: maxInflatedBytes };
    return await readParts(await openZip(bytes, limits));
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    if (error.isTooLarge) throw new ReadError('too-large', error);
    throw new ReadError(error.problem === 'encrypted' ? 'encrypted' : 'damaged', error);
  }
}

async function readParts(archive: ZipArchive): Promise<ReadText> {
  const markup = await archive.read('word/document.xml');
  if (markup === null) throw new ReadError('damaged');
  const { text, insertions, deletions } = textOf(markup.toString('utf8'));
  const relations: string[] = [];
  for (const name of archive.names.filter((one) => /^word\/(?:.*\/)?_rels\/[^/]+\.rels$/u.test(one))) {
    relations.push((await archive.read(name))?.toString('utf8') ?? '');
  }
  return {
    ...textOnly(linesOf(text)),
    insertions,
    deletions,
    macros: archive.names.some((name) => /vbaProject\.bin$|vbaData\.xml$/iu.test(name)),
    externalLinks: relations.reduce(
      (count, each) => count + (each.match(/TargetMode\s*=\s*"External"/giu) ?? []).length,
      0,
    ),
  };
}

interface Notes {
  readonly text: string;
  readonly insertions: number;
  readonly deletions: number;
}

/** Scans the tags once; deeper structure, such as tables, only matters where a paragraph ends. */
function textOf(markup: string): Notes {
  const pieces: string[] = [];
  let length = 0;
  let insertions = 0;
  let deletions = 0;
  const put = (piece: string): void => {
    pieces.push(piece);
    length += piece.length;
    if (length > maxCharacters) throw new ReadError('too-large');
  };
  // `w:ins` and `w:del` within `w:rPr` or `w:trPr` mark a property, not text; those are self-closing.
  const open = { ins: 0, del: 0, fallback: 0 };
  for (let at = markup.indexOf('<'); at >= 0; at = markup.indexOf('<', at)) {
    tag.lastIndex = at;
    const found = tag.exec(markup);
    if (found === null) {
      // A comment, a declaration, or something that is not markup.
      at += 1;
      continue;
    }
    const [whole, close, , name, , self] = found;
    const ends = close !== '';
    const closed = self !== '';
    at += whole.length;
    switch (name) {
      case 'p':
      case 'br':
      case 'cr':
        if (ends ? name === 'p' : closed) put('\n');
        break;
      case 'tab':
        if (!ends) put('\t');
        break;
      case 'ins':
      case 'moveTo':
        if (closed) break;
        open.ins += ends ? -1 : 1;
        if (ends ? open.ins === 0 : open.ins === 1) put(ends ? '〕' : '〔插入：');
        if (!ends) insertions += 1;
        break;
      case 'del':
      case 'moveFrom':
        if (closed) break;
        open.del += ends ? -1 : 1;
        if (ends ? open.del === 0 : open.del === 1) put(ends ? '〕' : '〔删除：');
        if (!ends) deletions += 1;
        break;
      case 'Fallback':
        // The same content again, for programs that do not support the element before it.
        if (!closed) open.fallback += ends ? -1 : 1;
        break;
      case 't':
      case 'delText':
        if (ends || closed || open.fallback > 0) break;
        {
          const until = markup.indexOf('<', at);
          put(unescaped(markup.slice(at, until < 0 ? undefined : until)));
        }
        break;
      default:
    }
  }
  return { text: pieces.join(''), insertions, deletions };
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

/** The five entities of XML and numeric ones; others cannot occur in a document that declares none. */
function unescaped(text: string): string {
  return text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w+));/giu, (whole, decimal, hexadecimal, name) => {
    if (name !== undefined) return named[name as string] ?? whole;
    const point = decimal !== undefined ? Number(decimal) : Number.parseInt(hexadecimal as string, 16);
    return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff) ? String.fromCodePoint(point) : '';
  });
}
