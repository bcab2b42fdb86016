/** Converts documents to PDF for their preview, by LibreOffice. */
import { convertOffice, ZipError, type OfficeTarget } from '@lawgate/files';
import { officeFonts } from '../papers/pdf.ts';
import { fitSheets } from './fit-sheets.ts';

interface Source {
  /** Extension by which LibreOffice finds its import filter. */
  readonly extension: string;
  readonly isSheet?: boolean;
}

const word: Source = { extension: 'doc' };
const sheet: Source = { extension: 'xls', isSheet: true };

/** What is converted, by media type. OFD is not: LibreOffice has no filter for it. */
const sources: Readonly<Record<string, Source>> = {
  'application/msword': word,
  'application/wps-office.wps': word,
  'application/vnd.ms-excel': sheet,
  'application/wps-office.et': sheet,
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { extension: 'xlsx', isSheet: true },
};

export function isConvertible(mediaType: string): boolean {
  return mediaType in sources;
}

export type Convert = (bytes: Buffer, from: string, to: OfficeTarget) => Promise<Buffer>;

const byOffice: Convert = (bytes, from, to) => convertOffice(bytes, from, to, { fonts: officeFonts });

/**
 * @param mediaType one of those of {@link isConvertible}
 * @throws OfficeError
 */
export async function previewPdf(bytes: Buffer, mediaType: string, convert = byOffice): Promise<Buffer> {
  const source = sources[mediaType];
  if (source === undefined) throw new Error(`${mediaType} is not converted`);
  if (source.isSheet !== true) return convert(bytes, source.extension, 'pdf');
  const fitted = source.extension === 'xlsx' ? await fittedOrNull(bytes) : null;
  if (fitted !== null) return convert(fitted, 'xlsx', 'pdf');
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
