/** Reads workbooks in Office Open XML, transitional and strict, of any program. */
import { openZip, type ZipArchive } from '../zip/open-zip.ts';
import { ZipError } from '../zip/zip-error.ts';
import { cleanText } from './clean-text.ts';
import type { OpenRow } from './merged-cells.ts';
import { readNumberFormats } from './number-formats.ts';
import { readSharedTexts } from './shared-text.ts';
import { readSheet, type CellBasis } from './sheet.ts';
import { maxColumns, maxTopRows, RowCollector, TableError, type Table, type TableSheet } from './table.ts';
import { findParts, type SheetPart } from './workbook-parts.ts';

/** Maximum bytes of a workbook, inflated. A register of 100,000 rows takes about 60 MiB of sheet and text. */
export const maxWorkbookBytes = 160 * 1024 * 1024;
const maxParts = 2_000;
/** Maximum number of sheets whose first rows are returned, and characters of each of their cells. */
const maxSheetsWithTop = 20;
const maxTopTextLength = 200;

/** Checks only the first bytes; a ZIP that is not a workbook is refused by its entries. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b;
}

/**
 * A sheet as text, and a list of all sheets. Formulas are not evaluated: the stored value is read. Hidden rows and columns
 * are read like others.
 *
 * @param sheet name of the sheet; by default the first visible one that is more than one column wide
 * @throws TableError
 */
export async function readWorkbook(bytes: Buffer, sheet?: string): Promise<Table> {
  try {
    const archive = await openZip(bytes, {
      maxEntries: maxParts,
      maxEntryBytes: maxWorkbookBytes,
      maxTotalBytes: maxWorkbookBytes,
    });
    if (archive.declaredBytes > maxWorkbookBytes) throw new TableError('workbook-too-large');
    return await readSheets(archive, sheet);
  } catch (error) {
    if (error instanceof TableError) throw error;
    const tooLarge = error instanceof ZipError && error.isTooLarge;
    throw new TableError(tooLarge ? 'workbook-too-large' : 'not-a-workbook', {}, error);
  }
}

async function readSheets(archive: ZipArchive, wanted: string | undefined): Promise<Table> {
  const parts = await findParts(archive);
  if (parts === null || parts.sheets.length === 0) throw new TableError('not-a-workbook');
  const basis: CellBasis = {
    texts: readSharedTexts(parts.texts),
    formats: readNumberFormats(parts.styles),
    startsIn1904: parts.startsIn1904,
  };
  const sheets: TableSheet[] = [];
  let chosen: { readonly name: string; readonly collector: RowCollector } | null = null;
  for (const each of parts.sheets) {
    const content = await archive.read(each.part);
    const rows = content === null ? [] : readSheet(content, basis).filter(({ cells }) => cells.some(hasText));
    sheets.push(summaryOf(each, rows, sheets.length));
    const asked = wanted === undefined ? !each.hidden && rows.length > 0 : each.name === wanted;
    // A cover sheet of one column is read only where no other sheet is wider.
    if (!asked || (chosen !== null && (wanted !== undefined || chosen.collector.widest > 1))) continue;
    const collector = new RowCollector();
    for (const { line, cells } of rows) collector.add(line, cells);
    if (chosen === null || collector.widest > 1) chosen = { name: each.name, collector };
  }
  if (chosen === null) throw new TableError(wanted === undefined ? 'empty-workbook' : 'no-such-sheet');
  return { format: 'xlsx', encoding: 'utf-8', sheet: chosen.name, sheets, rows: chosen.collector.finish() };
}

function summaryOf({ name, hidden }: SheetPart, rows: readonly OpenRow[], before: number): TableSheet {
  const top =
    before < maxSheetsWithTop
      ? rows.slice(0, maxTopRows).map(({ line, cells }) => ({
          line,
          cells: cells.slice(0, maxColumns).map((cell) => cleanText(cell.slice(0, maxTopTextLength))),
        }))
      : [];
  return { name, hidden, rows: rows.length, top };
}

const hasText = (cell: string | undefined): boolean => cell !== undefined && cell.trim() !== '';
