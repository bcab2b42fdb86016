/**
 * Files that pdf.js fetches besides its worker: tables of character codes and the standard fonts, for PDFs that do not
 * embed their own, and the decoders of JBIG2, CCITT and JPEG 2000, which scanners write. They are served from our own
 * address, and loaded when a PDF needs them.
 */
const tables = import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/cmaps/*.bcmap', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});
const fonts = import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});
const decoders = import.meta.glob<string>('../../../../../node_modules/pdfjs-dist/wasm/{jbig2,openjpeg}.wasm', {
  query: '?url&no-inline',
  import: 'default',
  eager: true,
});

interface Wanted {
  readonly kind: string;
  readonly filename: string;
}

const parts: Readonly<Record<string, Record<string, string>>> = {
  cMapUrl: tables,
  standardFontDataUrl: fonts,
  wasmUrl: decoders,
};

/** Implements the interface of `getDocument({ BinaryDataFactory })`. */
export class PdfParts {
  /** @throws Error for a file that is not shipped; pdf.js then continues without it */
  async fetch({ kind, filename }: Wanted): Promise<Uint8Array> {
    const found = Object.entries(parts[kind] ?? {}).find(([path]) => path.endsWith(`/${filename}`));
    if (found === undefined) throw new Error(`no ${filename} among the parts for pdf`);
    const answer = await fetch(found[1]);
    if (!answer.ok) throw new Error(`${filename}: ${answer.status}`);
    return new Uint8Array(await answer.arrayBuffer());
  }
}
