/** The files of a .docx, measured before they are believed, and what may not be in a template. */
import { openZip, packZip, ZipError } from '@lawgate/files';
import type { TemplateProblem } from './placeholders.ts';
import { attributeOf, readXml, XmlError, type Token } from './xml-tokens.ts';

/** It is no .docx, or cannot be read. */
export class DocxError extends Error {
  constructor(
    message: string,
    readonly isTooLarge = false,
  ) {
    super(message);
  }
}

export const mainPart = 'word/document.xml';
const mainType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
const wordNamespaces = [
  'http://schemas.openxmlformats.org/wordprocessingml/2006/main',
  'http://purl.oclc.org/ooxml/wordprocessingml/main',
];
/** Bytes of everything, inflated. A template with a picture of a seal has far less. */
const mostInflated = 32 * 1024 * 1024;
const mostParts = 500;

export type DocxFiles = ReadonlyMap<string, Buffer>;

/** @throws DocxError */
export async function openDocx(bytes: Buffer): Promise<DocxFiles> {
  let files: Map<string, Buffer>;
  try {
    const archive = await openZip(bytes, {
      maxEntries: mostParts,
      maxEntryBytes: mostInflated,
      maxTotalBytes: mostInflated,
    });
    files = await archive.readAll();
  } catch (error) {
    if (error instanceof ZipError)
      throw new DocxError(error.problem, error.isTooLarge && error.problem !== 'too-many-entries');
    throw error;
  }
  const types = files.get('[Content_Types].xml');
  if (types === undefined || !files.has(mainPart)) throw new DocxError('no document');
  const main = tokensOf(types).find((token) => attributeOf(token, 'PartName')?.toLowerCase() === `/${mainPart}`);
  if (main === undefined || attributeOf(main, 'ContentType') !== mainType) throw new DocxError('no plain document');
  return files;
}

/** The parts in which placeholders stand: the document, headers and footers. */
export function textParts(files: DocxFiles): string[] {
  return [...files.keys()].filter((name) => name === mainPart || /^word\/(header|footer)\d*\.xml$/.test(name)).sort();
}

/** @throws DocxError */
export function tokensOf(part: Buffer): Token[] {
  const text = part.toString('utf8');
  if (!Buffer.from(text).equals(part)) throw new DocxError('utf-8');
  try {
    return readXml(text.replace(/^\ufeff/, ''));
  } catch (error) {
    if (error instanceof XmlError) throw new DocxError('xml');
    throw error;
  }
}

/** @throws DocxError where `w:` does not mean Word's own elements */
export function wordTokensOf(part: Buffer): Token[] {
  const tokens = tokensOf(part);
  const root = tokens.find(({ kind }) => kind === 'open');
  if (root === undefined || !wordNamespaces.includes(attributeOf(root, 'xmlns:w') ?? '')) throw new DocxError('w');
  return tokens;
}

const forbiddenParts =
  /vbaProject|vbaData|\/embeddings\/|\/activeX\/|oleObject|\/afchunk|\.(bin|exe|dll|js|vbs|rtf|html?)$/i;
const forbiddenElements = ['w:altChunk', 'w:object', 'w:control', 'w:subDoc', 'o:OLEObject'];
/** Fields that only show what the document itself holds. */
const plainField = /^\s*(PAGE|NUMPAGES|SECTIONPAGES|TOC|PAGEREF|REF|STYLEREF|HYPERLINK|SEQ)\b/i;

/** What would run, or fetch something, when the document is opened: nothing of it is in a report. */
export function activeContent(files: DocxFiles): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  for (const [name, bytes] of files) {
    if (forbiddenParts.test(name)) problems.push({ where: name, message: '模板不能含有宏、控件或嵌入的对象。' });
    else if (name.endsWith('.rels')) problems.push(...outwardParts(name, tokensOf(bytes)));
    else if (name.startsWith('word/') && name.endsWith('.xml')) problems.push(...activeElements(name, tokensOf(bytes)));
  }
  return problems;
}

function outwardParts(name: string, tokens: readonly Token[]): TemplateProblem[] {
  return tokens.flatMap((token) => {
    if (attributeOf(token, 'TargetMode')?.toLowerCase() !== 'external') return [];
    const target = attributeOf(token, 'Target') ?? '';
    const isLink = (attributeOf(token, 'Type') ?? '').endsWith('/hyperlink') && /^(https?:|mailto:|#)/i.test(target);
    return isLink ? [] : [{ where: name, message: `模板不能引用外部的文件或图片（${target.slice(0, 60)}）。` }];
  });
}

function activeElements(name: string, tokens: readonly Token[]): TemplateProblem[] {
  const problems: TemplateProblem[] = [];
  const field = (instruction: string): void => {
    if (instruction.trim() === '' || plainField.test(instruction)) return;
    problems.push({ where: name, message: `模板不能含有域「${instruction.trim().slice(0, 40)}」，请改为普通文字。` });
  };
  // An instruction may be cut into runs; fields stand within each other.
  const begun: string[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === 'text') {
      const before = tokens[at - 1];
      if (before?.kind === 'open' && before.name === 'w:instrText') begun.push(`${begun.pop() ?? ''}${token.raw}`);
      continue;
    }
    if (token.kind === 'close') continue;
    if (forbiddenElements.includes(token.name)) {
      problems.push({ where: name, message: '模板不能含有嵌入的对象、控件或外来内容。' });
    } else if (token.name === 'w:fldSimple') {
      field(attributeOf(token, 'w:instr') ?? '');
    } else if (token.name === 'w:fldChar') {
      const type = attributeOf(token, 'w:fldCharType');
      if (type === 'begin') begun.push('');
      else if (type === 'separate') begun.push(...said(begun, field));
      else field(begun.pop() ?? '');
    }
  }
  for (const instruction of begun) field(instruction);
  return problems;
}

/** Asks about an instruction that is complete, and leaves an empty one until the field ends. */
function said(begun: string[], field: (instruction: string) => void): string[] {
  field(begun.pop() ?? '');
  return [''];
}

/** Always the same bytes for the same files. */
export function closeDocx(files: DocxFiles): Buffer {
  return packZip(files, new Date(1980, 0, 2));
}
