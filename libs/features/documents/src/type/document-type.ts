/** Determines the type of a file by its content, and whether that type is accepted as a document. */
import { open } from 'node:fs/promises';
import { ProblemError } from '@lawgate/contracts';
import { fileTypeFromFile } from 'file-type';
import { extensionOf, listZip } from '@lawgate/files';
import { oleStreams } from './ole-streams.ts';
import { textEncoding } from './text-encoding.ts';

/** Accepted kinds of content, with the extensions and the media type for each. */
const contents = {
  pdf: { pdf: 'application/pdf' },
  docx: { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  xlsx: { xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet' },
  // WPS writes the same streams as Office 97, under its own extensions.
  'ole-text': { doc: 'application/msword', wps: 'application/wps-office.wps' },
  'ole-sheet': { xls: 'application/vnd.ms-excel', et: 'application/wps-office.et' },
  // GB/T 33190, the national format for fixed-layout documents.
  ofd: { ofd: 'application/ofd' },
  jpg: { jpg: 'image/jpeg', jpeg: 'image/jpeg' },
  png: { png: 'image/png' },
  mp4: { mp4: 'video/mp4' },
  mp3: { mp3: 'audio/mpeg' },
  text: { txt: 'text/plain', csv: 'text/csv', md: 'text/markdown' },
} as const satisfies Record<string, Record<string, string>>;
type Content = keyof typeof contents;

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
  const mediaType = types[extension];
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
  const expected = Object.keys(types).map((each) => `.${each}`);
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
    case 'xlsx':
      await refuseBomb(path, size);
      return found.ext;
    case 'pdf':
    case 'jpg':
    case 'png':
    case 'mp4':
    case 'mp3':
      return found.ext;
    case 'zip':
      return isOfd(path);
    case 'cfb':
      return oleContent(path);
    default:
      // Some signatures are only two letters long ("BM", "MZ"), so a text may look like something else: a file with a
      // text extension is read completely. Other files get no such second check.
      return (found === undefined || namedAsText) && (await textEncoding(path)) !== null ? 'text' : null;
  }
}

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
