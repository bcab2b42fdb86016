/** Opens PDFs and draws their pages, and says which pages are not drawn completely. Parsing runs in a worker. */
import { getDocument, GlobalWorkerOptions, type PDFDocumentProxy, type PDFPageProxy } from 'pdfjs-dist';
import worker from 'pdfjs-dist/build/pdf.worker.min.mjs?url';
import type { DrawnLine } from '../missing-paragraphs.ts';
import { PdfParts } from './pdf-parts.ts';

GlobalWorkerOptions.workerSrc = worker;

export interface DrawnPage {
  /** Null where nothing of the page could be drawn. */
  readonly canvas: HTMLCanvasElement | null;
  /** Empty for a scan. */
  readonly text: string;
  /** False where a picture, a font or another part of the page is not drawn. */
  readonly isComplete: boolean;
  /** Texts of annotations, which a page shows as symbols only. */
  readonly annotations: readonly string[];
}

/**
 * pdf.js omits what it cannot decode, and reports it to nobody but the console of its worker. Pages are therefore drawn
 * from a document that stops at errors, and only a page that fails is drawn again from one that does not.
 */
export class OpenedPdf {
  readonly #data: Uint8Array;
  readonly #strict: Promise<PDFDocumentProxy | null>;
  readonly #tasks: ReturnType<typeof getDocument>[] = [];
  #lenient: Promise<PDFDocumentProxy> | null = null;

  constructor(data: ArrayBuffer) {
    this.#data = new Uint8Array(data);
    this.#strict = this.#open(true).catch(() => null);
  }

  /** @throws Error for a file that pdf.js cannot open, or only with a password */
  async pages(): Promise<number> {
    return (await this.#best()).numPages;
  }

  /** The text of all pages by lines; a header that is equal on every page is repeated. */
  async lines(): Promise<DrawnLine[]> {
    const pdf = await this.#best();
    const lines: DrawnLine[] = [];
    for (let number = 1; number <= pdf.numPages; number += 1) {
      const { items } = await (await pdf.getPage(number)).getTextContent();
      let text = '';
      for (const item of items) {
        if (!('str' in item)) continue;
        text += item.str;
        if (!item.hasEOL) continue;
        lines.push({ text, number: '', isLoose: false });
        text = '';
      }
      lines.push({ text, number: '', isLoose: false });
    }
    return lines.filter(({ text }) => text.trim() !== '');
  }

  /** @param width in CSS pixels */
  async draw(number: number, width: number): Promise<DrawnPage> {
    const strict = await this.#strict;
    if (strict !== null) {
      try {
        return await drawn(await strict.getPage(number), width, true);
      } catch {
        // Drawn without the part that failed, below.
      }
    }
    try {
      return await drawn(await (await this.#tolerant()).getPage(number), width, false);
    } catch {
      return { canvas: null, text: '', isComplete: false, annotations: [] };
    }
  }

  async close(): Promise<void> {
    await Promise.all(this.#tasks.map((task) => task.destroy()));
  }

  async #best(): Promise<PDFDocumentProxy> {
    return (await this.#strict) ?? (await this.#tolerant());
  }

  #tolerant(): Promise<PDFDocumentProxy> {
    this.#lenient ??= this.#open(false);
    return this.#lenient;
  }

  #open(stopAtErrors: boolean): Promise<PDFDocumentProxy> {
    const task = getDocument({
      // pdf.js takes ownership of the array.
      data: this.#data.slice(),
      stopAtErrors,
      isEvalSupported: false,
      useWorkerFetch: false,
      BinaryDataFactory: PdfParts,
    });
    this.#tasks.push(task);
    // A password is never requested: an unlocked file must be uploaded instead.
    return task.promise;
  }
}

async function drawn(page: PDFPageProxy, width: number, isComplete: boolean): Promise<DrawnPage> {
  const ratio = Math.min(devicePixelRatio, 2);
  const viewport = page.getViewport({ scale: (width / page.getViewport({ scale: 1 }).width) * ratio });
  const canvas = document.createElement('canvas');
  canvas.width = Math.floor(viewport.width);
  canvas.height = Math.floor(viewport.height);
  await page.render({ canvas, viewport }).promise;
  const { items } = await page.getTextContent();
  return {
    canvas,
    text: items.map((item) => ('str' in item ? item.str : '')).join(''),
    isComplete: isComplete && !(await hasBrokenPicture(page)),
    annotations: await annotationsOf(page),
  };
}

/** A picture that could not be decoded has no data, even where pdf.js stops at errors. */
async function hasBrokenPicture(page: PDFPageProxy): Promise<boolean> {
  const broken = (objects: Iterable<[string, unknown]>): string[] =>
    [...objects].filter(([, data]) => data === null).map(([id]) => id);
  if (broken(page.objs as Iterable<[string, unknown]>).length > 0) return true;
  // Those of several pages belong to the document.
  const shared = new Set<unknown>(broken(page.commonObjs as Iterable<[string, unknown]>));
  if (shared.size === 0) return false;
  const { argsArray } = await page.getOperatorList();
  return argsArray.some((args: unknown) => Array.isArray(args) && shared.has(args[0]));
}

interface Annotation {
  readonly subtype?: string;
  readonly contentsObj?: { readonly str?: string };
}

async function annotationsOf(page: PDFPageProxy): Promise<string[]> {
  const annotations = (await page.getAnnotations()) as readonly Annotation[];
  return annotations
    .filter(({ subtype }) => subtype !== 'FreeText' && subtype !== 'Link' && subtype !== 'Widget')
    .map(({ contentsObj }) => contentsObj?.str?.trim() ?? '')
    .filter((text) => text !== '');
}
