/** Sets a paper's words on the page by GB/T 9704-2012: the template that ships with the program. */
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
import { characters, linePitch, page, pageNumberBelow, sizes, thickRule, twips } from './figures.ts';
import { repack } from './repack.ts';
import { formTable, imprint } from './set-table.ts';
import { bodyLine, dateText, fontOf, gridLine, run } from './set-text.ts';

export interface SetOptions {
  /** ISO instant of the event. */
  readonly at: string;
  /** Words over every page, such as 草稿; none on a paper that was issued. */
  readonly mark?: string;
}

export const docxType = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** @returns a docx; the same words give the same bytes */
export async function setPage(content: PaperContent, options: SetOptions): Promise<Uint8Array> {
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
          grid: { type: DocumentGridType.LINES, linePitch },
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
/** The dash stands in the middle of its line, and that middle 7 mm below the type area. */
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

/** 版头: issuer, number and the red rule, where the paper goes out under the issuer's name. Then the title. */
function headOf(content: PaperContent): Paragraph[] {
  const title = new Paragraph({
    alignment: AlignmentType.CENTER,
    spacing: { line: 700, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
    children: [run(content.title, 'title', { size: sizes.title })],
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
  // No page bears nothing but a signature: the last paragraph goes with it.
  const last = signature === null ? -1 : body.length - 1;
  return [
    ...(addressee === null ? [] : [bodyLine(`${addressee}：`)]),
    ...body.flatMap((block, index) => setBlock(block, index === last)),
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

/** 署名 over 成文日期, the date four characters from the right and the name centred over it; then 版记. */
function endOf(content: PaperContent): (Paragraph | Table)[] {
  const { signature } = content;
  return [
    ...(signature === null ? [] : signed(signature.by, dateText(signature.on))),
    ...(content.imprint === null
      ? []
      : imprint(content.imprint.copies, content.imprint.by, dateText(content.imprint.on))),
  ];
}

function signed(by: string, on: string): Paragraph[] {
  const date = widthOf(on);
  const name = widthOf(by);
  // A name longer than the date would leave the paper on the right: then it ends two characters before the edge.
  const right = Math.max(4 + (date - name) / 2, 0);
  const line = (text: string, indent: number): Paragraph =>
    bodyLine(text, { alignment: AlignmentType.RIGHT, indent: { right: characters(indent) }, keepNext: true });
  return [bodyLine('', { keepNext: true }), line(by, right), line(on, 4)];
}

/** In characters of the grid: figures and Latin letters take half of one. */
function widthOf(text: string): number {
  return [...text].reduce((sum, character) => sum + (character.charCodeAt(0) < 256 ? 0.5 : 1), 0);
}
