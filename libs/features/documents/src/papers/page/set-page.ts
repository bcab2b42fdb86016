/** Lays out the text of a paper on the page by GB/T 9704-2012: the built-in template. */
import type { PaperBlock, PaperContent } from '@lawgate/engine';
import {
  AlignmentType,
  BorderStyle,
  Document,
  DocumentGridType,
  Footer,
  Header,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TextRun,
  type ISectionOptions,
} from 'docx';
import {
  characters,
  charactersALine,
  linePitch,
  page,
  pageNumberBelow,
  sizes,
  thickRule,
  titleCharactersALine,
  twips,
} from './figures.ts';
import { repack } from './repack.ts';
import { imprint } from './set-imprint.ts';
import { formTable } from './set-table.ts';
import { dateText, widthOf } from './line-text.ts';
import { bodyLine, fontOf, gridLine, run } from './set-text.ts';
import { titleLines } from './title-lines.ts';

export interface SetOptions {
  /** ISO instant of the event. */
  readonly at: string;
  /** Watermark over every page, such as 草稿; none on an issued paper. */
  readonly mark?: string;
}

/** @returns a docx; the same text gives the same bytes */
export async function setPage(content: PaperContent, options: SetOptions): Promise<Buffer> {
  const document = new Document({
    title: content.title,
    creator: 'Lawgate',
    lastModifiedBy: 'Lawgate',
    revision: 1,
    evenAndOddHeaderAndFooters: true,
    compatibility: { version: 15 },
    styles: {
      default: { document: { run: { font: fontOf('body'), size: sizes.body, language: { eastAsia: 'zh-CN' } } } },
    },
    sections: [
      {
        properties: {
          page: {
            size: { width: page.width, height: page.height },
            margin: {
              top: page.top,
              right: page.right,
              bottom: page.bottom,
              left: page.left,
              header: twips(15),
              footer: footerDistance,
            },
          },
          // Forms have no grid: some word processors would align the lines of their cells to it.
          grid: { type: content.form === 'letter' ? DocumentGridType.LINES : DocumentGridType.DEFAULT, linePitch },
        },
        ...(options.mark === undefined ? {} : { headers: marked(options.mark) }),
        footers: { default: pageNumber(AlignmentType.RIGHT), even: pageNumber(AlignmentType.LEFT) },
        children: [...headOf(content), ...bodyOf(content), ...endOf(content)],
      },
    ],
  });
  return repack(await Packer.toBuffer(document), options.at);
}

const pageNumberLine = 280;
/** The dash is in the middle of its line, and that middle 7 mm below the type area. */
const footerDistance = page.bottom - twips(pageNumberBelow) - pageNumberLine / 2;

function pageNumber(alignment: (typeof AlignmentType)['RIGHT' | 'LEFT']): Footer {
  const oneCharacter = 280;
  return new Footer({
    children: [
      new Paragraph({
        alignment,
        indent: alignment === AlignmentType.RIGHT ? { right: oneCharacter } : { left: oneCharacter },
        spacing: { line: pageNumberLine, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
        children: [
          new TextRun({ font: fontOf('song'), size: sizes.pageNumber, children: ['— ', PageNumber.CURRENT, ' —'] }),
        ],
      }),
    ],
  });
}

function marked(mark: string): NonNullable<ISectionOptions['headers']> {
  const header = (): Header =>
    new Header({
      children: [
        new Paragraph({
          alignment: AlignmentType.CENTER,
          children: [run(mark, 'black', { color: 'C00000', size: sizes.pageNumber })],
        }),
      ],
    });
  return { default: header(), even: header() };
}

/** 版头: issuer, number and the red rule, where the paper has the issuer's letterhead. Then the title. */
function headOf(content: PaperContent): Paragraph[] {
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: titleLines(content.title, titleCharactersALine).map((line, index) =>
      run(line, 'title', { size: sizes.title, break: index === 0 ? 0 : 1 }),
    ),
  });
  if (content.form === 'cover')
    return [...Array.from({ length: 5 }, () => bodyLine('')), title, bodyLine(''), bodyLine('')];
  if (content.form === 'sheet') {
    const number = content.number === null ? [] : [bodyLine(content.number, { alignment: AlignmentType.RIGHT })];
    return [title, ...number, bodyLine('')];
  }
  return [
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: { line: 960, lineRule: LineRuleType.EXACT, before: twips(8), after: 0 },
      children: [run(content.signature?.by ?? '', 'title', { size: sizes.head, color: 'FF0000' })],
    }),
    bodyLine(''),
    bodyLine(''),
    new Paragraph({
      alignment: AlignmentType.CENTER,
      spacing: gridLine,
      border: { bottom: { style: BorderStyle.SINGLE, size: thickRule, color: 'FF0000', space: 11 } },
      children: [run(content.number ?? '')],
    }),
    bodyLine(''),
    bodyLine(''),
    title,
    bodyLine(''),
  ];
}

function bodyOf({ addressee, body, signature }: PaperContent): (Paragraph | Table)[] {
  // No page contains only a signature: the last paragraph is kept with it, unless it is long, because some word
  // processors do not break a paragraph that is kept with the next.
  const end = body.at(-1);
  const goes = signature !== null && end?.kind === 'paragraph' && [...end.text].length <= 6 * charactersALine;
  return [
    ...(addressee === null ? [] : [bodyLine(`${addressee}：`)]),
    ...body.flatMap((block, index) => setBlock(block, goes && index === body.length - 1)),
  ];
}

const levelFonts = { 1: 'black', 2: 'kai', 3: 'body', 4: 'body' } as const;
const firstLine = { firstLine: characters(2) };

export function setBlock(block: PaperBlock, keepNext = false): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [bodyLine(block.text, { indent: firstLine, keepNext: true }, levelFonts[block.level])];
    case 'paragraph': {
      const indent = (block.indent ?? true) ? { indent: firstLine } : {};
      return block.text
        .split('\n')
        .map((line) => bodyLine(line, { ...indent, alignment: AlignmentType.BOTH, keepNext }));
    }
    case 'table':
      return [formTable(block)];
  }
}

/** 署名 over 成文日期, the date four characters from the right and the name centred over it; 版记 at the foot of that page. */
function endOf({ signature, imprint: foot }: PaperContent): Paragraph[] {
  const framed = foot === null ? [] : imprint(foot.copies, foot.by, dateText(foot.on));
  if (signature === null) return foot === null ? [] : [...framed, bodyLine('')];
  return [...framed, ...signed(signature.by, dateText(signature.on))];
}

function signed(by: string, on: string): Paragraph[] {
  const date = widthOf(on);
  const name = widthOf(by);
  // A name longer than the date would exceed the right edge: then it ends two characters before the edge.
  const right = Math.max(4 + (date - name) / 2, 0);
  const line = (text: string, indent: number): Paragraph =>
    bodyLine(text, { alignment: AlignmentType.RIGHT, indent: { right: characters(indent) }, keepNext: true });
  return [bodyLine('', { keepNext: true }), line(by, right), line(on, 4)];
}
