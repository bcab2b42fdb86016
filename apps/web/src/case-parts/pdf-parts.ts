/**
 * Files that pdf.js fetches besides its worker: tables of Chinese character codes and the standard fonts, for PDFs that
 * do not embed their own. They are served from our own address, and loaded when a PDF needs them.
 */
const tables = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/cmaps/{Uni*GB*,GB*,Adobe-GB*}.bcmap', {
  query: '?url',
  import: 'default',
});
const fonts = import.meta.glob<string>('../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url',
  import: 'default',
});

interface Wanted {
  readonly kind: string;
  readonly filename: string;
}

/** Implements the interface of `getDocument({ BinaryDataFactory })`. */
export class PdfParts {
  /** @throws Error for a file that is not shipped; pdf.js then continues without it */
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    const parts = kind === 'cMapUrl' ? tables : kind === 'standardFontDataUrl' ? fonts : {};
    const found = Object.entries(parts).find(([path]) => path.endsWith(`/${filename}`));
    if (found === undefined) throw new Error(`no ${filename} among the parts for pdf`);
    const answer = await fetch(await found[1]());
    if (!answer.ok) throw new Error(`${filename}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
