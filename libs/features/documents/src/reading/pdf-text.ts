/** The text of a PDF, page by page: of the pages themselves, of form fields and of annotations; and what has no text. */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { whileReporting, openPdf } from './pdf/open-pdf.ts';
import { splitEdges, type EdgedPage } from './pdf/page-edges.ts';
import { formsOf } from './pdf/page-forms.ts';
import { linesOfGlyphs } from './pdf/page-lines.ts';
import { marksOf } from './pdf/page-marks.ts';
import { paragraphsOfLines } from './pdf/paragraphs.ts';
import { maxCharacters, ReadError, type PartKind, type ReadText, type TextPart, type UnreadPart } from './read-text.ts';

/** Curves on a page from which on they may be the outlines of letters; a letter has some ten. */
const maxIgnoredCurves = 60;

interface Page extends EdgedPage {
  readonly recognised: string[];
  readonly fields: string[];
  readonly annotations: string[];
  readonly unread: UnreadPart[];
}

/** @throws ReadError */
export async function readPdf(bytes: Uint8Array): Promise<ReadText> {
  let pdf: PDFDocumentProxy;
  try {
    pdf = await openPdf(bytes);
  } catch (error) {
    throw new ReadError((error as Error).name === 'PasswordException' ? 'encrypted' : 'damaged', error);
  }
  try {
    return await textOf(pdf);
  } catch (error) {
    // What is broken outside of the pages, such as the tree of the attachments, shows only now.
    throw error instanceof ReadError ? error : new ReadError('damaged', error);
  } finally {
    await pdf.destroy();
  }
}

async function textOf(pdf: PDFDocumentProxy): Promise<ReadText> {
  const pages: Page[] = [];
  let characters = 0;
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pageOf(pdf, number);
    for (const { text } of page.lines) characters += text.length;
    if (characters > maxCharacters) throw new ReadError('too-large');
    pages.push(page);
  }
  const parts = splitEdges(pages).flatMap(({ header, body, footer }, index): TextPart[] => {
    const page = pages[index];
    const part = (kind: PartKind, paragraphs: readonly string[] = [], recognised = false): TextPart[] =>
      paragraphs.length === 0 ? [] : [{ kind, page: index + 1, paragraphs, ...(recognised ? { recognised } : {}) }];
    return [
      ...part(
        'header',
        header.map(({ text }) => text),
      ),
      ...part('body', paragraphsOfLines(body)),
      ...part('body', page?.recognised, true),
      ...part(
        'footer',
        footer.map(({ text }) => text),
      ),
      ...part('form', page?.fields),
      ...part('annotation', page?.annotations),
    ];
  });
  const unread = [...pages.flatMap((page) => page.unread), ...(await unreadOf(pdf))];
  return { parts, unread, pages: pdf.numPages, insertions: 0, deletions: 0, macros: false, externalLinks: 0 };
}

async function pageOf(pdf: PDFDocumentProxy, number: number): Promise<Page> {
  const name = `第${number}页`;
  const unread: UnreadPart[] = [];
  const missing = (part: string, reason: UnreadPart['reason']): void =>
    void unread.push({ part, page: number, reason });
  const empty = { lines: [], height: 1, bottom: 0, recognised: [], fields: [], annotations: [], unread };
  try {
    const [[page, marks, forms], reported] = await whileReporting(async () => {
      const opened = await pdf.getPage(number);
      const found = await marksOf(opened);
      return [opened, found, await formsOf(opened, found.glyphs)] as const;
    });
    const visible = [...marks.glyphs.filter(({ annotation }) => annotation === null), ...forms.glyphs];
    const lines = linesOfGlyphs(
      visible.filter(({ invisible }) => !invisible),
      marks.bars,
      marks.edges,
    );
    const recognised = paragraphsOfLines(linesOfGlyphs(visible.filter(({ invisible }) => invisible)));
    const blank = lines.length === 0;
    if (reported.pictures > 0) missing(blank ? name : `${name}中的图片`, 'picture');
    // On a page without text even one stroke may be what the page says.
    const drawn = blank && reported.pictures === 0 ? marks.painted > 0 : marks.curves > maxIgnoredCurves;
    if (drawn) missing(blank ? name : `${name}中的图形`, 'drawing');
    if (marks.unreadable > 0) missing(blank ? name : `${name}中的部分文字`, 'glyphs');
    if (lines.some(({ text }) => rightToLeft.test(text))) missing(`${name}中从右向左书写的文字`, 'direction');
    if (reported.faults > 0) missing(blank ? name : `${name}中的部分内容`, 'damaged');
    for (const file of forms.attached) missing(`${name}中的附件“${file}”`, 'object');
    const [, bottom = 0, , top = 1] = page.view;
    page.cleanup();
    return {
      ...empty,
      lines,
      height: top - bottom,
      bottom,
      recognised,
      fields: forms.fields,
      annotations: forms.annotations,
    };
  } catch (error) {
    if (error instanceof ReadError) throw error;
    missing(name, 'damaged');
    return empty;
  }
}

/** Such letters are read in the order of their places on the page, which need not be that of their words. */
const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}]{2}/u;

/** What the file holds outside of its pages. */
async function unreadOf(pdf: PDFDocumentProxy): Promise<UnreadPart[]> {
  const attachments = Object.values(((await pdf.getAttachments()) ?? {}) as Record<string, { filename?: string }>);
  const unread = attachments.map(({ filename }): UnreadPart => ({
    part: `附件“${filename ?? ''}”`,
    page: null,
    reason: 'object',
  }));
  if (pdf.isPureXfa) unread.push({ part: 'XFA表单', page: null, reason: 'unsupported' });
  return unread;
}
