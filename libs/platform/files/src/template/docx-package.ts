/** The parts of a .docx, read within limits and written deterministically. */
import { openZip } from '../zip/open-zip.ts';
import { packZip } from '../zip/pack-zip.ts';
import { ZipError } from '../zip/zip-error.ts';
import { attributeOf, readXml, XmlError, type Token } from './xml-tokens.ts';

/** The media type of a .docx. */
export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export type DocxProblem =
  /** Not a ZIP, a ZIP without a document, or an encrypted file. */
  | 'unreadable'
  | 'too-large'
  | 'malformed-xml'
  /** A document type declaration. */
  | 'document-type';

export class DocxError extends Error {
  readonly problem: DocxProblem;

  constructor(problem: DocxProblem, cause?: unknown) {
    super(`docx: ${problem}`, { cause });
    this.name = 'DocxError';
    this.problem = problem;
  }
}

export interface DocxLimits {
  readonly maxParts: number;
  /** Maximum bytes of all parts, inflated. */
  readonly maxBytes: number;
}

/** Parts by name. */
export type DocxFiles = ReadonlyMap<string, Buffer>;

export const mainPart = 'word/document.xml';
const typesPart = '[Content_Types].xml';
const wordNamespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];

/** @throws DocxError `unreadable`, `too-large` */
export async function openDocx(bytes: Buffer, { maxParts, maxBytes }: DocxLimits): Promise<Map<string, Buffer>> {
  try {
    const archive = await openZip(bytes, { maxEntries: maxParts, maxEntryBytes: maxBytes, maxTotalBytes: maxBytes });
    const files = await archive.readAll();
    if (!files.has(typesPart) || !files.has(mainPart)) throw new DocxError('unreadable');
    return files;
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw new DocxError(error.isTooLarge ? 'too-large' : 'unreadable', error);
  }
}

/** The parts of a .docx that this process has made itself, so no limits are needed. */
export function openOwnDocx(bytes: Buffer): Promise<Map<string, Buffer>> {
  return openDocx(bytes, { maxParts: 1_000, maxBytes: 1024 ** 3 });
}

/** @returns bytes that depend on names and contents alone */
export function packDocx(files: DocxFiles): Buffer {
  // [Content_Types].xml comes first: some readers look only there.
  const rank = (name: string): number => (name === typesPart ? 0 : 1);
  const sorted = [...files].sort(([a], [b]) => rank(a) - rank(b) || (a < b ? -1 : 1));
  // The earliest time that a ZIP can store.
  return packZip(sorted, new Date(1980, 0, 1));
}

/** The media type of the main part as the package declares it; null where it is not declared. @throws DocxError */
export function mainType(files: DocxFiles): string | null {
  const tokens = xmlTokensOf(files.get(typesPart) ?? Buffer.alloc(0));
  const main = tokens.find((token) => attributeOf(token, 'PartName')?.toLowerCase() === `/${mainPart}`);
  return main === undefined ? null : attributeOf(main, 'ContentType');
}

/** The parts in which placeholders are filled: the document, headers and footers. */
export function textParts(files: DocxFiles): string[] {
  return [...files.keys()].filter((name) => /^word\/(document|header\d*|footer\d*)\.xml$/.test(name)).sort();
}

/** @throws DocxError `malformed-xml`, `document-type` */
export function xmlTokensOf(part: Buffer): Token[] {
  const text = part.toString('utf8');
  if (!Buffer.from(text).equals(part)) throw new DocxError('malformed-xml');
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new DocxError('document-type');
  try {
    return readXml(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof XmlError) throw new DocxError('malformed-xml', error);
    throw error;
  }
}

/** As {@link xmlTokensOf}; also refuses a part in which `w:` is not the namespace of Word. */
export function wordTokensOf(part: Buffer): Token[] {
  const tokens = xmlTokensOf(part);
  const root = tokens.find(({ kind }) => kind === 'open');
  if (root === undefined || !wordNamespaces.includes(attributeOf(root, 'xmlns:w') ?? '')) {
    throw new DocxError('malformed-xml');
  }
  return tokens;
}
