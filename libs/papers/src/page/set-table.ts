/** Tables of forms, and the imprint (版记) at the foot of the last page. */
import type { PaperBlock } from '@lawgate/engine';
import {
  AlignmentType,
  BorderStyle,
  FrameAnchorType,
  FrameWrap,
  LineRuleType,
  Paragraph,
  HeightRule,
  Tab,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TabStopType,
  TextRun,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
} from 'docx';
import { page, sizes, thickRule, thinRule, typeWidth } from './figures.ts';
import { fontOf, run } from './set-text.ts';

const cellLine = { line: 420, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const rule = (size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color: '000000', space: 0 });

export function formTable({ widths, rows, head }: Extract<PaperBlock, { kind: 'table' }>): Table {
  const whole = widths.reduce((sum, width) => sum + width, 0);
  const columns = widths.map((width) => Math.floor((typeWidth * width) / whole));
  return new Table({
    layout: TableLayoutType.FIXED,
    width: { size: columns.reduce((sum, width) => sum + width, 0), type: WidthType.DXA },
    columnWidths: columns,
    rows: rows.map(
      (cells, index) =>
        new TableRow({
          cantSplit: true,
          tableHeader: head && index === 0,
          children: columns.map((width, column) => {
            const isName = head ? index === 0 : column === 0;
            return new TableCell({
              width: { size: width, type: WidthType.DXA },
              verticalAlign: VerticalAlignTable.CENTER,
              margins: { top: 60, bottom: 60, left: 100, right: 100 },
              children: (cells[column] ?? '').split('\n').map(
                (text) =>
                  new Paragraph({
                    alignment: isName ? AlignmentType.CENTER : AlignmentType.LEFT,
                    spacing: cellLine,
                    children: [run(text, isName ? 'black' : 'body', { size: sizes.table })],
                  }),
              ),
            });
          }),
        }),
    ),
  });
}

/** Twips: a line of the imprint. */
const imprintLine = 560;

/** Rules of 0.35, 0.25 and 0.35 mm, as wide as the type area, the last at its lower edge. */
export function imprint(copies: string | null, by: string, on: string): Paragraph[] {
  const lines = [...(copies === null ? [] : [[`　抄送：${copies}。`]]), [`　${by}`, new Tab(), `${on}印发`]];
  return [
    ...lines.map(
      (children, index) =>
        new Paragraph({
          // One frame: paragraphs of one place and size stand in one. A floating table as wide as the text is set where
          // the text ends by some word processors.
          frame: {
            type: 'absolute',
            position: { x: page.left, y: page.height - page.bottom - lines.length * imprintLine },
            width: typeWidth,
            height: lines.length * imprintLine,
            rule: HeightRule.EXACT,
            wrap: FrameWrap.NOT_BESIDE,
            anchor: { horizontal: FrameAnchorType.PAGE, vertical: FrameAnchorType.PAGE },
          },
          spacing: { line: imprintLine, lineRule: LineRuleType.EXACT, before: 0, after: 0 },
          // One character of the imprint's size from either edge; the rules go over the whole.
          tabStops: [{ type: TabStopType.RIGHT, position: typeWidth - 280 }],
          border: {
            ...(index === 0 ? { top: rule(thickRule) } : {}),
            bottom: rule(index === lines.length - 1 ? thickRule : thinRule),
          },
          children: [new TextRun({ children, font: fontOf('body'), size: sizes.imprint })],
        }),
    ),
    // A document ends with a paragraph that is not in the frame.
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}
