/** Reads the text of a document by its type. Runs in the reading thread. */
import { linesOf, ReadError, textOnly, type ReadText } from './read-text.ts';

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
    case 'text/plain':
    case 'text/csv':
    case 'text/markdown':
      return textOnly(linesOf(decoded(bytes)));
    default: {
      const { readOffice } = await import('./office-text.ts');
      return readOffice(bytes, mediaType === 'application/wps-office.wps' ? 'wps' : 'doc');
    }
  }
}

/** Decodes UTF-8 if valid, otherwise GB18030, which includes GBK and GB2312. */
function decoded(bytes: Buffer): string {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch (error) {
      if ((error as { code?: string }).code !== 'ERR_ENCODING_INVALID_ENCODED_DATA') throw error;
    }
  }
  throw new ReadError('damaged');
}
