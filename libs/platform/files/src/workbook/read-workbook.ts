/** Reads workbooks; with `write-workbook.ts` the only file that imports the spreadsheet library. */
import { Readable } from 'node:stream';
import type { CellValue, Row } from 'exceljs';
import { openZip } from '../zip/open-zip.ts';
import { ZipError } from '../zip/zip-error.ts';
import { plainZip } from './plain-zip.ts';
import { RowCollector, TableError, type Table } from './table.ts';

/** Maximum bytes of a workbook, inflated. A register of 100,000 rows takes about 60 MiB of sheet and text. */
export const maxWorkbookBytes = 160 * 1024 * 1024;
const maxParts = 2_000;

/** Checks only the first bytes; a ZIP that is not a workbook is refused by its entries. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * The first visible sheet with content, as text. Formulas are not evaluated: their text is returned.
 *
 * @throws TableError
 */
export async function readWorkbook(bytes: Buffer): Promise<Table> {
  const entries = await partsOf(bytes);
  // Loaded on demand: it is large, and most starts never read a workbook.
  const { default: ExcelJS } = await import('exceljs');
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(Readable.from(plainZip(entries)), {
    worksheets: 'emit',
    sharedStrings: 'cache',
    styles: 'cache',
    hyperlinks: 'ignore',
    entries: 'ignore',
  });
  let found: Table | null = null;
  try {
    for await (const sheet of reader) {
      const { name, state } = sheet as unknown as { name: string; state?: string };
      const collector = new RowCollector();
      for await (const row of sheet) {
        // Every sheet is read to its end, because the library waits for it; the first one with content is used.
        if (found !== null || (state ?? 'visible') !== 'visible') continue;
        collector.add(row.number, cellsOf(row));
      }
      if (found === null && collector.rows.length > 0) {
        found = { format: 'xlsx', encoding: 'utf-8', sheet: name, rows: collector.finish() };
      }
    }
  } catch (error) {
    if (error instanceof TableError) throw error;
    throw notAWorkbook();
  }
  if (found === null) throw new TableError('empty-workbook');
  return found;
}

const sheetPart = /^xl\/worksheets\/sheet\d+\.xml$/;
/**
 * Texts and styles before the sheets that refer to them: in another order, the library would write the sheets to disk.
 */
const partsInOrder = [
  '_rels/.rels',
  'xl/workbook.xml',
  'xl/_rels/workbook.xml.rels',
  'xl/styles.xml',
  'xl/sharedStrings.xml',
];

/** @throws TableError where there is no workbook or no sheet in it */
async function partsOf(bytes: Buffer): Promise<Map<string, Buffer>> {
  try {
    const archive = await openZip(bytes, {
      maxEntries: maxParts,
      maxEntryBytes: maxWorkbookBytes,
      maxTotalBytes: maxWorkbookBytes,
    });
    if (archive.declaredBytes > maxWorkbookBytes) throw new TableError('workbook-too-large');
    const sheets = archive.names.filter((name) => sheetPart.test(name)).sort();
    const found = new Map<string, Buffer>();
    for (const name of [...partsInOrder, ...sheets]) {
      const content = await archive.read(name);
      if (content !== null) found.set(name, content);
    }
    if (!found.has('xl/workbook.xml') || sheets.length === 0) throw notAWorkbook();
    return found;
  } catch (error) {
    if (!(error instanceof ZipError)) throw error;
    throw error.isTooLarge
      ? new TableError('workbook-too-large', {}, error)
      : new TableError('not-a-workbook', {}, error);
  }
}

function cellsOf(row: Row): string[] {
  const cells: string[] = [];
  row.eachCell({ includeEmpty: false }, (cell, column) => {
    while (cells.length < column - 1) cells.push('');
    cells[column - 1] = textOf(cell.value);
  });
  return cells;
}

function textOf(value: CellValue): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : value.toISOString().slice(0, 10);
  if ('formula' in value) return `=${value.formula ?? ''}`;
  if ('sharedFormula' in value) return `=${value.sharedFormula}`;
  if ('richText' in value)
    return value.richText
      .map(({ text }) => text)
      .join('')
      .trim();
  if ('text' in value) return textOf(value.text as CellValue);
  return 'error' in value ? value.error : '';
}

function notAWorkbook(): TableError {
  return new TableError('not-a-workbook');
}
