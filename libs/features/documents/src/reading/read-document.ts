/** Reads the text of a document by its type. Runs in the reading thread. */
import { decodedText } from './office-format.ts';
import { linesOf, ReadError, textOnly, type ReadText } from './read-text.ts';

const wordType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/**
 * The large libraries are loaded on demand, because most documents need none.
 *
 * @throws ReadError
 */
export async function readDocument(bytes: Buffer, mediaType: string): Promise<ReadText> {
  switch (mediaType) {
    case 'application/pdf': {
      const { readPdf } = await import('./pdf-text.ts');
      // pdf.js takes ownership of the array.
      return readPdf(new Uint8Array(bytes));
    }
    case 'image/jpeg':
    case 'image/png':
      // Queued only where recognition is on.
      return { ...textOnly([], 1), unread: [{ part: '第1页', page: 1, reason: 'picture' }] };
    case 'text/plain':
    case 'text/csv':
    case 'text/markdown':
      return readPlainText(bytes);
    default: {
      const { readOffice } = await import('./office-text.ts');
      return readOffice(
        bytes,
        mediaType === 'application/wps-office.wps' ? 'wps' : mediaType === wordType ? 'docx' : 'doc',
      );
    }
  }
}

/** @throws ReadError `damaged`, `too-large` */
function readPlainText(bytes: Buffer): ReadText {
  const text = decodedText(bytes);
  if (text === null) throw new ReadError('damaged');
  return textOnly(linesOf(text));
}
