/** The text of a web page in one file (MHTML, RFC 2557), as Word and browsers save it. */
import PostalMime from 'postal-mime';
import { readHtml } from './html-text.ts';
import { linesOf, ReadError, textOnly, type ReadText } from './read-text.ts';

/** @throws ReadError */
export async function readMht(bytes: Buffer): Promise<ReadText> {
  const { html, text, attachments } = await PostalMime.parse(bytes, { maxNestingDepth: 32 }).catch((error: unknown) => {
    throw new ReadError('damaged', error);
  });
  if (html !== undefined) return readHtml(Buffer.from(html));
  const page = attachments.find(({ mimeType }) => mimeType === 'text/html');
  if (page !== undefined) return readHtml(Buffer.from(new Uint8Array(page.content as ArrayBuffer)));
  if (text === undefined) throw new ReadError('damaged');
  return textOnly(linesOf(text));
}
