/** The text of a PDF, page by page; lines are joined into paragraphs again. */
import { extractText, getDocumentProxy } from 'unpdf';
import { linesOf, ReadError, textOnly, type ReadText } from './read-text.ts';

/** Average number of characters on a page below which the PDF is a scan with a stamp or a page number. */
const leastOfAPage = 8;

/** @throws ReadError */
export async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  try {
    // No fonts, no scripts, no external resources: only the text.
    const pdf = await getDocumentProxy(bytes, { isEvalSupported: false, disableFontFace: true, useSystemFonts: false });
    const { totalPages, text } = await extractText(pdf, { mergePages: false });
    const paragraphs = text.flatMap((page) => paragraphsOf(linesOf(page)));
    const characters = paragraphs.join('').replace(/\s/gu, '').length;
    return textOnly(characters < leastOfAPage * totalPages ? [] : paragraphs, totalPages);
  } catch (error) {
    if (error instanceof ReadError) throw error;
    throw new ReadError((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged', error);
  }
}

const pageNumber = /^[-—–\s]*(?:第\s*)?\d{1,4}(?:\s*页)?(?:\s*[/共]\s*\d{1,4}\s*页?)?[-—–\s]*$/u;
const sentenceEnd = /[。！？；：.!?;:]$/u;

/** A line that is much shorter than the others, or ends a sentence, ends a paragraph. */
function paragraphsOf(lines: readonly string[]): string[] {
  const written = lines.filter((line) => !pageNumber.test(line));
  const width = Math.max(0, ...written.map((line) => line.length));
  const paragraphs: string[] = [];
  let current = '';
  for (const line of written) {
    current +=
      current !== '' && /[A-Za-z0-9,]$/u.test(current) && /^[A-Za-z0-9]/u.test(line) ? ` ${line.trim()}` : line.trim();
    if (line.length < width * 0.75 || sentenceEnd.test(line)) {
      paragraphs.push(current);
      current = '';
    }
  }
  return current === '' ? paragraphs : [...paragraphs, current];
}
