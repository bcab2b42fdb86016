/**
 * Writes a table as a workbook that is ready to print; with `read-workbook.ts` the only files that import the library.
 */
import type { CellValue } from 'exceljs';

export interface WorkbookColumn {
  readonly heading: string;
  /** Width in characters. */
  readonly width: number;
  readonly kind: 'text' | 'number' | 'date';
}

export interface WorkbookTable {
  readonly sheet: string;
  /** Shown above the heading, and repeated with it on every page. */
  readonly title: string;
  readonly columns: readonly WorkbookColumn[];
  /** Text, numbers, and dates as 2023-02-08; null for an empty cell. */
  readonly rows: readonly (readonly (string | number | null)[])[];
}

const a4 = 9;

/** Text stays text, whatever it begins with: a cell is never a formula. */
export async function writeWorkbook(table: WorkbookTable): Promise<Buffer> {
  // Loaded on demand: it is large, and most starts never write a workbook.
  const { default: ExcelJS } = await import('exceljs');
  const workbook = new ExcelJS.Workbook();
  const sheet = workbook.addWorksheet(table.sheet, {
    pageSetup: {
      paperSize: a4,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: '1:2',
      margins: { left: 0.4, right: 0.4, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C第 &P 页，共 &N 页' },
    views: [{ state: 'frozen', ySplit: 2 }],
  });
  sheet.columns = table.columns.map(({ width }) => ({ width }));
  sheet.addRow([table.title]);
  sheet.mergeCells(1, 1, 1, table.columns.length);
  sheet.addRow(table.columns.map(({ heading }) => heading));
  for (const row of table.rows) sheet.addRow(row.map((value, index) => cellOf(value, table.columns[index]?.kind)));
  const thin = { style: 'thin' } as const;
  sheet.eachRow((row, number) => {
    row.eachCell({ includeEmpty: true }, (cell, column) => {
      cell.alignment = { vertical: 'middle', wrapText: true, ...(number <= 2 ? { horizontal: 'center' } : {}) };
      if (number === 1) cell.font = { bold: true, size: 16 };
      else cell.border = { top: thin, left: thin, bottom: thin, right: thin };
      if (number === 2) cell.font = { bold: true };
      if (number > 2) cell.numFmt = table.columns[column - 1]?.kind === 'date' ? 'yyyy-mm-dd' : formatOf(cell.value);
    });
  });
  return Buffer.from(await workbook.xlsx.writeBuffer());
}

function cellOf(value: string | number | null, kind: WorkbookColumn['kind'] | undefined): CellValue {
  if (value === null || typeof value === 'number') return value;
  return kind === 'date' ? new Date(`${value}T00:00:00Z`) : value;
}

/** '@' keeps text from being reinterpreted when somebody edits the cell. */
function formatOf(value: CellValue): string {
  return typeof value === 'string' ? '@' : 'General';
}
