/** Tables of forms, and the imprint (版记) at the foot of the last page. */
import type { PaperBlock } from '@lawgate/engine';
import {
  AlignmentType,
  BorderStyle,
  LineRuleType,
  Paragraph,
  HeightRule,
  Table,
  TableAnchorType,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
  type IBorderOptions,
} from 'docx';
import { page, sizes, thickRule, thinRule, typeWidth } from './figures.ts';
import { run } from './set-text.ts';

const cellLine = { line: 420, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;
const none: IBorderOptions = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const rule = (size: number): IBorderOptions => ({ style: BorderStyle.SINGLE, size, color: '000000' });

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
const imprintLine = 580;
/** Twips: a floating table as wide as the text is set by some word processors where the text ends; 0.3 mm less are not. */
const imprintWidth = typeWidth - 16;

/** Rules of 0.35, 0.25 and 0.35 mm, as wide as the type area, the last at its lower edge. */
export function imprint(copies: string | null, by: string, on: string): (Paragraph | Table)[] {
  const rows = [...(copies === null ? [] : [[`抄送：${copies}。`, '']]), [by, `${on}印发`]];
  const half = Math.floor(imprintWidth / 2);
  return [
    new Table({
      layout: TableLayoutType.FIXED,
      width: { size: half * 2, type: WidthType.DXA },
      columnWidths: [half, half],
      float: {
        horizontalAnchor: TableAnchorType.PAGE,
        verticalAnchor: TableAnchorType.PAGE,
        absoluteHorizontalPosition: page.left + 8,
        absoluteVerticalPosition: page.height - page.bottom - rows.length * imprintLine,
      },
      borders: {
        top: rule(thickRule),
        bottom: rule(thickRule),
        left: none,
        right: none,
        insideHorizontal: rule(thinRule),
        insideVertical: none,
      },
      rows: rows.map(
        (cells) =>
          new TableRow({
            height: { value: imprintLine, rule: HeightRule.EXACT },
            children: cells.map(
              (text, column) =>
                new TableCell({
                  width: { size: half, type: WidthType.DXA },
                  verticalAlign: VerticalAlignTable.CENTER,
                  // One character of the imprint's size from either edge.
                  margins: { top: 0, bottom: 0, left: 280, right: 280 },
                  children: [
                    new Paragraph({
                      alignment: column === 0 ? AlignmentType.LEFT : AlignmentType.RIGHT,
                      spacing: cellLine,
                      children: [run(text, 'body', { size: sizes.imprint })],
                    }),
                  ],
                }),
            ),
          }),
      ),
    }),
    // A document ends with a paragraph.
    new Paragraph({ spacing: { line: 20, lineRule: LineRuleType.EXACT }, children: [] }),
  ];
}
