/** The paragraphs of a document, for comparing two of them. */
import { strFromU8, unzipSync } from 'fflate';
import type { CaseDocument } from '../api/types.ts';
import { textOf } from './text-of.ts';

const docx = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';
/** Bytes of text that a page unpacks; more is a bomb or a book. */
const most = 30 * 1024 * 1024;

export function isComparable({ mediaType }: Pick<CaseDocument, 'mediaType'>): boolean {
  return mediaType === docx || mediaType.startsWith('text/');
}

/** @throws Error when the file cannot be read */
export async function paragraphsOf(mediaType: string, content: Blob): Promise<string[]> {
  const bytes = await content.arrayBuffer();
  const paragraphs = mediaType === docx ? ofDocx(new Uint8Array(bytes)) : textOf(bytes).split(/\r?\n/);
  return paragraphs.map((each) => each.trimEnd()).filter((each) => each !== '');
}

function ofDocx(bytes: Uint8Array): string[] {
  const files = unzipSync(bytes, {
    filter: ({ name, originalSize }) => name === 'word/document.xml' && originalSize <= most,
  });
  const xml = files['word/document.xml'];
  if (xml === undefined) throw new Error('no word/document.xml of a bearable size');
  const parsed = new DOMParser().parseFromString(strFromU8(xml), 'application/xml');
  if (parsed.querySelector('parsererror') !== null) throw new Error('word/document.xml is no XML');
  return [...parsed.getElementsByTagNameNS('*', 'p')].map((paragraph) =>
    // What a tracked change has deleted stands in `delText` and is no text of this version.
    [...paragraph.getElementsByTagNameNS('*', 't')].map(({ textContent }) => textContent).join(''),
  );
}
