/** Tables of forms. */
import type { PaperBlock } from '@lawgate/engine';
import {
  AlignmentType,
  LineRuleType,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx';
import { sizes, typeWidth } from './figures.ts';
import { run } from './set-text.ts';

const cellLine = { line: 420, lineRule: LineRuleType.EXACT, before: 0, after: 0 } as const;

export function formTable({ widths, rows, head, small = false }: Extract<PaperBlock, { kind: 'table' }>): Table {
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
                    children: [run(text, isName ? 'black' : 'body', { size: small ? sizes.smallTable : sizes.table })],
                  }),
              ),
            });
          }),
        }),
    ),
  });
}
