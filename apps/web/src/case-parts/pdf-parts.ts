/**
 * What pdf.js fetches besides its worker: tables of Chinese character codes and the standard fonts, for files that do
 * not carry their own. They come from our own address, one by one, when a file asks for them.
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

/** In the shape that `getDocument({ BinaryDataFactory })` makes itself. */
export class PdfParts {
  /** @throws Error for what is not shipped; pdf.js then does without */
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    const parts = kind === 'cMapUrl' ? tables : kind === 'standardFontDataUrl' ? fonts : {};
    const found = Object.entries(parts).find(([path]) => path.endsWith(`/${filename}`));
    if (found === undefined) throw new Error(`no ${filename} among the parts for pdf`);
    const answer = await fetch(await found[1]());
    if (!answer.ok) throw new Error(`${filename}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
