/** Determines the type of a file by its content, and whether that type is accepted as a document. */
import { open, readFile, stat } from 'node:fs/promises';
import { ProblemError } from '@lawgate/contracts';
import { fileTypeFromFile } from 'file-type';
import { extensionOf, listZip } from '@lawgate/files';
import { declaredIn, decodedText, officeFormat, type OfficeFormat } from '../reading/office-format.ts';
import { openZipPackage } from '../reading/office-package.ts';
import { ReadError } from '../reading/read-text.ts';
import { oleStreams } from './ole-streams.ts';
import { textEncoding } from './text-encoding.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
const xlsx = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Accepted kinds of content, with the extensions and the media type for each. */
const contents = {
  pdf: { pdf: 'application/pdf' },
  docx: { docx },
  docm: { docm: 'application/vnd.ms-word.document.macroenabled.12' },
  xlsx: { xlsx },
  xlsm: { xlsm: 'application/vnd.ms-excel.sheet.macroenabled.12' },
  // WPS writes the same streams as Office 97, under its own extensions.
  'ole-text': { doc: 'application/msword', wps: 'application/wps-office.wps' },
  'ole-sheet': { xls: 'application/vnd.ms-excel', et: 'application/wps-office.et' },
  rtf: { rtf: 'application/rtf' },
  odt: { odt: 'application/vnd.oasis.opendocument.text' },
  ods: { ods: 'application/vnd.oasis.opendocument.spreadsheet' },
  // GB/T 33190, the national format for fixed-layout documents.
  ofd: { ofd: 'application/ofd' },
  jpg: { jpg: 'image/jpeg', jpeg: 'image/jpeg' },
  png: { png: 'image/png' },
  mp4: { mp4: 'video/mp4' },
  mp3: { mp3: 'audio/mpeg' },
  text: { txt: 'text/plain', csv: 'text/csv', md: 'text/markdown' },
  html: {},
  mht: {},
  'word-xml': {},
  'sheet-xml': {},
} as const satisfies Record<string, Record<string, string>>;
type Content = keyof typeof contents;

/**
 * What office systems save under an extension of another format, and Word, Excel and WPS open all the same; the media
 * type is that of the content.
 */
const habits: Partial<Record<Content, { readonly extensions: readonly string[]; readonly mediaType: string }>> = {
  docx: { extensions: ['doc', 'wps'], mediaType: docx },
  xlsx: { extensions: ['xls', 'et'], mediaType: xlsx },
  rtf: { extensions: ['doc', 'wps'], mediaType: contents.rtf.rtf },
  html: { extensions: ['doc', 'wps', 'xls', 'et'], mediaType: 'text/html' },
  mht: { extensions: ['doc', 'wps', 'xls', 'et'], mediaType: 'multipart/related' },
  'word-xml': { extensions: ['doc', 'wps'], mediaType: 'application/xml' },
  'sheet-xml': { extensions: ['xls', 'et'], mediaType: 'application/xml' },
  text: { extensions: ['doc', 'wps', 'xls', 'et'], mediaType: 'text/plain' },
};

const allowedExtensions: readonly string[] = Object.values(contents).flatMap((types) => Object.keys(types));
const textExtensions = Object.keys(contents.text);

/**
 * The media type of a document.
 *
 * @param path path of the complete file
 * @param name display name; its extension must agree with the content
 * @param material the material that it is uploaded as, which may accept fewer types
 * @throws ProblemError 422 `document.type-not-allowed`, `document.type-mismatch`, `document.type-not-for-material`,
 * `document.encrypted`, `document.expands-too-far`
 */
export async function documentType(
  path: string,
  size: number,
  name: string,
  material?: { readonly label: string; readonly accepts?: readonly string[] },
): Promise<string> {
  const extension = extensionOf(name);
  const content = await contentOf(path, size, textExtensions.includes(extension));
  if (content === null || !allowedExtensions.includes(extension)) {
    throw new ProblemError(
      422,
      'document.type-not-allowed',
      `不接受这种文件（按文件内容判断）。可以上传：${allowedExtensions.join('、')}。`,
    );
  }
  const types: Record<string, string> = contents[content];
  const habit = habits[content];
  const mediaType = types[extension] ?? (habit?.extensions.includes(extension) === true ? habit.mediaType : undefined);
  if (mediaType !== undefined) {
    if (material?.accepts !== undefined && !material.accepts.includes(extension)) {
      throw new ProblemError(
        422,
        'document.type-not-for-material',
        `“${material.label}”只接受：${material.accepts.join('、')}。请转换后上传。`,
      );
    }
    return mediaType;
  }
  const own = Object.keys(types);
  const expected = (own.length > 0 ? own : (habit?.extensions ?? [])).map((each) => `.${each}`);
  throw new ProblemError(
    422,
    'document.type-mismatch',
    `文件内容与扩展名“.${extension}”不符，内容应为 ${expected.join(' 或 ')} 文件。请核对后上传。`,
  );
}

async function contentOf(path: string, size: number, namedAsText: boolean): Promise<Content | null> {
  const found = await fileTypeFromFile(path);
  switch (found?.ext) {
    case 'docx':
    case 'docm':
    case 'xlsx':
    case 'xlsm':
    case 'odt':
    case 'ods':
      await refuseBomb(path, size);
      return found.ext;
    case 'pdf':
    case 'jpg':
    case 'png':
    case 'mp4':
    case 'mp3':
    case 'rtf':
      return found.ext;
    case 'zip':
      await refuseBomb(path, size);
      return (await isOfd(path)) ?? packageContent(path, size);
    case 'cfb':
      return oleContent(path);
    case 'xml':
    case undefined:
      return (!namedAsText && (await markedContent(path))) || textContent(path);
    default:
      // Some signatures are only two letters long ("BM", "MZ"), so a text may look like something else: a file with a
      // text extension is read completely. Other files get no such second check.
      return namedAsText ? textContent(path) : null;
  }
}

async function textContent(path: string): Promise<Content | null> {
  return (await textEncoding(path)) === null ? null : 'text';
}

/** Bytes at the start in which readers of PDF look for its signature. */
const leadBytes = 1024;
const sniffedBytes = 4096;
const markedContents: Partial<Record<OfficeFormat, Content>> = {
  rtf: 'rtf',
  html: 'html',
  mht: 'mht',
  'flat-opc': 'word-xml',
  'word-xml': 'word-xml',
  'sheet-xml': 'sheet-xml',
};

/** What is not found by its first bytes: a PDF after other bytes, and formats that are text. */
async function markedContent(path: string): Promise<Content | null> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(sniffedBytes), 0, sniffedBytes, 0);
    const start = buffer.subarray(0, bytesRead);
    if (start.subarray(0, leadBytes + 5).includes('%PDF-')) return 'pdf';
    const content = markedContents[officeFormat(start)] ?? null;
    // A page is text to its end; RTF may contain bytes of pictures.
    if (content === null || content === 'rtf' || (await textEncoding(path)) !== null) return content;
    return content === 'html' && (await isDeclaredText(path)) ? content : null;
  } finally {
    await file.close();
  }
}

/** A page in an encoding that it declares itself, such as Windows-1252. */
async function isDeclaredText(path: string): Promise<boolean> {
  if ((await stat(path)).size > maxPackageBytes) return false;
  const bytes = await readFile(path);
  return decodedText(bytes, { declared: declaredIn(bytes), isGuessed: false }) !== null;
}

/** Packages whose list of types is in another encoding, or in another order, than the detection knows. */
async function packageContent(path: string, size: number): Promise<Content | null> {
  if (size > maxPackageBytes) return null;
  try {
    const { names, typeOf } = await openZipPackage(await readFile(path));
    const types = names.map(typeOf);
    const has = (pattern: RegExp): boolean => types.some((type) => pattern.test(type));
    if (has(/wordprocessingml\.document\.main\+xml$/u)) return 'docx';
    if (has(/ms-word\.document\.macroEnabled\.main\+xml$/iu)) return 'docm';
    if (has(/spreadsheetml\.sheet\.main\+xml$/u)) return 'xlsx';
    return has(/ms-excel\.sheet\.macroEnabled\.main\+xml$/iu) ? 'xlsm' : null;
  } catch (error) {
    if (!(error instanceof ReadError)) throw error;
    return null;
  }
}

/** Maximum bytes of an archive or a page that is read completely to find its type. */
const maxPackageBytes = 64 * 1024 * 1024;

/** Maximum inflated size that an archive may declare, in bytes. Its real size is checked by the code that reads it. */
const maxExpandedBytes = 1024 ** 3;

async function refuseBomb(path: string, size: number): Promise<void> {
  const entries = (await listZip(path)) ?? [];
  const expanded = entries.reduce((sum, entry) => sum + entry.declaredBytes, 0);
  if (expanded <= Math.max(maxExpandedBytes, size * 100)) return;
  throw new ProblemError(
    422,
    'document.expands-too-far',
    '文件展开后大得不正常，不予接收。请在原软件中打开并另存后上传。',
  );
}

async function isOfd(path: string): Promise<Content | null> {
  const entries = await listZip(path);
  return entries?.some((entry) => entry.name === 'OFD.xml') === true ? 'ofd' : null;
}

async function oleContent(path: string): Promise<Content | null> {
  const file = await open(path);
  try {
    const streams = (await oleStreams(file)) ?? [];
    // A document that Office encrypted is not a ZIP, but a container of this kind.
    if (streams.includes('EncryptedPackage')) {
      throw new ProblemError(422, 'document.encrypted', '文件已加密，无法审查。请解除密码后上传。');
    }
    if (streams.includes('WordDocument')) return 'ole-text';
    return streams.includes('Workbook') || streams.includes('Book') ? 'ole-sheet' : null;
  } finally {
    await file.close();
  }
}
