/** Opens a PDF with everything that its text needs, and nothing that draws or runs. */
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { getDocument, VerbosityLevel, type PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Pixels above which a picture may hold text that can be read; a sign takes 8 by 8, a word more. */
const maxIgnoredPixels = 20 * 20;
/** The folder of the package, which brings the encodings of Chinese fonts and the widths of standard fonts. */
const resources = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));

/** The picture is named and never decoded: it costs no memory, however large it says it is. */
export function openPdf(bytes: Uint8Array): Promise<PDFDocumentProxy> {
  return getDocument({
    data: bytes,
    cMapUrl: join(resources, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(resources, 'standard_fonts/'),
    maxImageSize: maxIgnoredPixels,
    fontExtraProperties: true,
    disableFontFace: false,
    useSystemFonts: false,
    useWasm: false,
    enableXfa: false,
    isEvalSupported: false,
    verbosity: VerbosityLevel.WARNINGS,
  } as Parameters<typeof getDocument>[0]).promise;
}

export interface Reported {
  /** Pictures that pdf.js left out because of their size. */
  pictures: number;
  /** Parts of the page that pdf.js could not read and left out. */
  faults: number;
}

const pictureLeftOut = /Image exceeded maximum allowed size/u;
const partLeftOut = /ignoring errors during|Unable to decode inline image|XObject should be a stream/u;

/**
 * Counts what pdf.js reports while `work` runs. It has no other way to say which pictures and which faulty parts it left
 * out: both go to the console, which in this thread belongs to nobody else.
 */
export async function whileReporting<T>(work: () => Promise<T>): Promise<[T, Reported]> {
  const reported: Reported = { pictures: 0, faults: 0 };
  // eslint-disable-next-line no-console -- see above
  const before = console.warn;
  // eslint-disable-next-line no-console -- see above
  console.warn = (message: unknown): void => {
    if (pictureLeftOut.test(String(message))) reported.pictures += 1;
    if (partLeftOut.test(String(message))) reported.faults += 1;
  };
  try {
    return [await work(), reported];
  } finally {
    // eslint-disable-next-line no-console -- see above
    console.warn = before;
  }
}
