/** Converts documents to PDF for their preview, by LibreOffice. */
import { convertOffice, ZipError, type OfficeTarget } from '@lawgate/files';
import { officeFonts } from '../papers/pdf.ts';
import { officeFormat } from '../reading/office-format.ts';
import { fitSheets } from './fit-sheets.ts';

interface Source {
  /** Extension by which LibreOffice finds its import filter. */
  readonly extension: string;
  readonly isSheet?: boolean;
  /** Import filter of LibreOffice, where that of the extension is not the right one. */
  readonly importFilter?: string;
}

const word: Source = { extension: 'doc' };
const sheet: Source = { extension: 'xls', isSheet: true };
const xml: Source = { extension: 'xml' };
/** As a web page, LibreOffice prints it without its first paragraph. */
const html: Source = { extension: 'html', importFilter: 'HTML (StarWriter)' };

/** What is converted, by media type. OFD and web archives (MHT) are not: LibreOffice has no filter for them. */
const sources: Readonly<Record<string, Source>> = {
  'application/msword': word,
  'application/wps-office.wps': word,
  'application/rtf': { extension: 'rtf' },
  'application/vnd.oasis.opendocument.text': { extension: 'odt' },
  'text/html': html,
  'application/xml': xml,
  'application/vnd.ms-excel': sheet,
  'application/wps-office.et': sheet,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', isSheet: true },
  'application/vnd.ms-excel.sheet.macroenabled.12': { extension: 'xlsm', isSheet: true },
  'application/vnd.oasis.opendocument.spreadsheet': { extension: 'ods', isSheet: true },
};

export function isConvertible(mediaType: string): boolean {
  return mediaType in sources;
}

/** Word and Excel 2003 write their XML under one media type, and web pages are saved under that of Word. */
function sourceOf(bytes: Buffer, mediaType: string): Source | undefined {
  const source = sources[mediaType];
  const format = source === xml || source === word ? officeFormat(bytes) : null;
  if (format === 'html') return html;
  return format === 'sheet-xml' ? { ...xml, isSheet: true } : source;
}

export type Convert = (bytes: Buffer, from: string, to: OfficeTarget, importFilter?: string) => Promise<Buffer>;

const byOffice: Convert = (bytes, from, to, importFilter) =>
  convertOffice(bytes, from, to, { fonts: officeFonts, ...(importFilter === undefined ? {} : { importFilter }) });

/**
 * @param mediaType one of those of {@link isConvertible}
 * @throws OfficeError
 */
export async function previewPdf(bytes: Buffer, mediaType: string, convert = byOffice): Promise<Buffer> {
  const source = sourceOf(bytes, mediaType);
  if (source === undefined) throw new Error(`${mediaType} is not converted`);
  if (source.isSheet !== true) return convert(bytes, source.extension, 'pdf', source.importFilter);
  const { extension } = source;
  const fitted = extension === 'xlsx' || extension === 'xlsm' ? await fittedOrNull(bytes) : null;
  if (fitted !== null) return convert(fitted, extension, 'pdf');
  const workbook = await convert(bytes, source.extension, 'xlsx');
  return convert((await fittedOrNull(workbook)) ?? workbook, 'xlsx', 'pdf');
}

/** Null for a workbook that LibreOffice has to write again first: without styles, or refused by our reader. */
async function fittedOrNull(workbook: Buffer): Promise<Buffer | null> {
  try {
    return await fitSheets(workbook);
  } catch (error) {
    if (error instanceof ZipError && !error.isTooLarge) return null;
    throw error;
  }
}
