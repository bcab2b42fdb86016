/** The text of an old Word or WPS document ([MS-DOC]) where LibreOffice cannot read it. */
import WordExtractor from 'word-extractor';
import { linesOf, ReadError, textOnly, type PartKind, type ReadText, type TextPart } from './read-text.ts';

/**
 * The words of the document, without automatic numbers and pictures.
 *
 * @param isMissing LibreOffice is not installed; otherwise it could not open the document
 * @throws ReadError
 */
export async function readDocWords(bytes: Buffer, isMissing: boolean): Promise<ReadText> {
  try {
    const found = await new WordExtractor().extract(bytes);
    const texts: [PartKind, string][] = [
      ['header', found.getHeaders({ includeFooters: false })],
      ['body', found.getBody()],
      ['text-box', found.getTextboxes({ includeHeadersAndFooters: true, includeBody: true })],
      ['footer', found.getFooters()],
      ['footnote', found.getFootnotes()],
      ['endnote', found.getEndnotes()],
      ['comment', found.getAnnotations()],
    ];
    const parts = texts
      .map(([kind, text]): TextPart => ({ kind, page: null, paragraphs: linesOf(text) }))
      .filter(({ paragraphs }) => paragraphs.length > 0);
    const reason = isMissing ? 'not-installed' : 'unsupported';
    return {
      ...textOnly([]),
      parts,
      unread: [{ part: '自动编号、域、图片和嵌入对象', page: null, reason }],
    };
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError('damaged', error);
  }
}

/** The flag fEncrypted in the header of the file, which begins a sector with 0xA5EC. */
export function isEncrypted(bytes: Buffer): boolean {
  for (let at = 512; at + 12 <= bytes.length; at += 512) {
    if (bytes.readUInt16LE(at) === 0xa5ec) return (bytes.readUInt16LE(at + 10) & 0x0100) !== 0;
  }
  return false;
}
