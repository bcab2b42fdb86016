/** The small port to the spreadsheet library: nothing else of the house knows it. Reading; writing is `write-workbook.ts`. */
import { Readable } from 'node:stream';
import type { CellValue, Row } from 'exceljs';
import { openZip } from '../zip/open-zip.ts';
import { ZipError } from '../zip/zip-error.ts';
import { plainZip } from './plain-zip.ts';
import { RowCollector, TableError, type Table } from './table.ts';

/** Bytes of the workbook, inflated. A register of 100,000 rows takes some 60 MiB of sheet and text. */
const maxInflatedBytes = 160 * 1024 * 1024;
const maxParts = 2_000;

/** A zip begins so; whatever else does, is no workbook and is refused by its entries. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * The first visible sheet with something in it, as text. Formulas are not evaluated: their text is what is read.
 *
 * @throws TableError
 */
export async function readWorkbook(bytes: Buffer): Promise<Table> {
  const entries = await partsOf(bytes);
  // Loaded when it is needed: it is large, and a server starts more often than a workbook is read.
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
        // Every sheet is read to its end, because the library waits for it; the first that holds something counts.
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
  if (found === null) throw new TableError('register.file-empty', '工作簿里没有内容，请检查后重新上传。');
  return found;
}

const sheetPart = /^xl\/worksheets\/sheet\d+\.xml$/;
/** Texts and styles before the sheets that name them: read in another order, the library would put the sheets on the disk. */
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
      maxEntryBytes: maxInflatedBytes,
      maxTotalBytes: maxInflatedBytes,
    });
    if (archive.declaredBytes > maxInflatedBytes) throw tooLarge();
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
    throw error.isTooLarge ? tooLarge() : notAWorkbook();
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
  return new TableError(
    'register.file-unreadable',
    '不是能读的 xlsx 工作簿（可能已损坏或加密）。请在表格软件中打开，另存为 xlsx 或 csv 后重新上传。',
  );
}

function tooLarge(): TableError {
  return new TableError(
    'register.workbook-too-large',
    `工作簿展开后超过${maxInflatedBytes / 1024 / 1024}MB，不予打开。请只保留台账工作表，或按年份拆开后上传。`,
  );
}
