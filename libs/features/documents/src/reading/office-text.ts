/** Reads office documents of every format by their content, themselves or through LibreOffice. */
import { convertOffice, OfficeError, type OfficeTarget } from '@lawgate/files/office';
import { readPackage } from './docx-text.ts';
import { decodedText, officeFormat } from './office-format.ts';
import { openFlatPackage, openZipPackage, type OfficePackage } from './office-package.ts';
import { linesOf, partLabels, ReadError, textOnly, type ReadText } from './read-text.ts';

/** Time limit of LibreOffice in milliseconds; shorter than that of the thread. */
const convertMs = 90_000;
/** How deep documents may be embedded in each other. */
const maxDepth = 4;

/**
 * @param extension of the file, without a dot; decides only where the content does not
 * @throws ReadError
 */
export async function readOffice(bytes: Buffer, extension: string, depth = 0): Promise<ReadText> {
  if (depth > maxDepth) throw new ReadError('too-large');
  const readChunk = (chunk: Buffer, mediaType: string, name: string): Promise<ReadText> =>
    readOffice(chunk, /[^.]*$/u.exec(name)?.[0] ?? mediaType, depth + 1);
  switch (officeFormat(bytes)) {
    case 'zip':
      return readZip(await openZipPackage(bytes), bytes, extension, readChunk);
    case 'ole':
      return readOle(bytes, extension, readChunk);
    case 'flat-opc':
      return readPackage(await openFlatPackage(bytes), readChunk);
    case 'html': {
      const { readHtml } = await import('./html-text.ts');
      return readHtml(bytes);
    }
    case 'mht': {
      const { readMht } = await import('./mht-text.ts');
      return readMht(bytes);
    }
    case 'rtf':
      return throughWord(bytes, 'rtf', readChunk);
    case 'word-xml':
      return throughWord(bytes, 'xml', readChunk, 'MS Word 2003 XML');
    case 'flat-odf':
      return bytes.subarray(0, 65_536).includes('opendocument.spreadsheet')
        ? throughSheet(bytes, 'fods', 'OpenDocument Spreadsheet Flat XML')
        : throughWord(bytes, 'fodt', readChunk);
    case 'sheet-xml':
      return throughSheet(bytes, 'xml', 'MS Excel 2003 XML');
    case 'text': {
      const text = decodedText(bytes, { isGuessed: !isContainer(extension) });
      if (text === null) throw new ReadError('damaged');
      return textOnly(linesOf(text));
    }
  }
}

/** Under these extensions bytes that are neither a container nor marked text are damaged, not text in GB18030. */
function isContainer(extension: string): boolean {
  return ['doc', 'docx', 'wps'].includes(extension);
}

type Chunks = Parameters<typeof readPackage>[1];

async function readZip(source: OfficePackage, bytes: Buffer, extension: string, readChunk: Chunks): Promise<ReadText> {
  if (source.names.includes('OFD.xml')) {
    const { readOfd } = await import('./ofd-text.ts');
    return readOfd(source);
  }
  if (source.names.includes('mimetype') && source.names.includes('content.xml')) {
    const type = (await source.read('mimetype'))?.toString('latin1') ?? '';
    return type.includes('spreadsheet') ? throughSheet(bytes, 'ods', 'calc8') : throughWord(bytes, 'odt', readChunk);
  }
  const types = source.names.map((name) => source.typeOf(name));
  if (types.some((type) => /spreadsheetml\.(?:sheet|template)\.main|ms-excel\.\w+\.macroEnabled\.main/u.test(type))) {
    const { readSheets } = await import('./sheet-text.ts');
    return readSheets(source);
  }
  if (types.some((type) => /ms-excel\.sheet\.binary/u.test(type)))
    return throughSheet(bytes, 'xlsb', 'Calc MS Excel 2007 Binary');
  return readPackage(source, readChunk);
}

async function readOle(bytes: Buffer, extension: string, readChunk: Chunks): Promise<ReadText> {
  const named = (name: string): boolean => bytes.includes(Buffer.from(`${name}\0`, 'utf16le'));
  if (named('EncryptedPackage')) throw new ReadError('encrypted');
  if (!named('WordDocument') && (named('Workbook') || named('Book')))
    return throughSheet(bytes, 'xls', named('Workbook') ? 'MS Excel 97' : undefined).catch(sheetFailed(bytes));
  const { isEncrypted, readDocWords } = await import('./doc-text.ts');
  if (isEncrypted(bytes)) throw new ReadError('encrypted');
  const macros = bytes.includes(Buffer.from('_VBA_PROJECT', 'utf16le'));
  try {
    const docx = await convertOffice(bytes, named('WordDocument') ? 'doc' : extension, 'docx', {
      timeoutMs: convertMs,
    });
    return { ...(await readPackage(await openZipPackage(docx), readChunk)), macros };
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    if (error.problem === 'too-slow') throw new ReadError('too-slow', error);
    return { ...(await readDocWords(bytes, error.problem === 'not-installed')), macros };
  }
}

async function throughWord(bytes: Buffer, from: string, readChunk: Chunks, importFilter?: string): Promise<ReadText> {
  const docx = await converted(bytes, from, 'docx', importFilter);
  return docx === null ? notInstalled : readPackage(await openZipPackage(docx), readChunk);
}

/** The first records of a workbook with a password: BOF, perhaps WRITEPROT, FILEPASS ([MS-XLS] 2.4.117). */
// eslint-disable-next-line no-control-regex
const lockedStart = /\x09\x08(?:\x10\0\0\x06\x05\0[\s\S]{12}|\x08\0\0\x05\x05\0[\s\S]{4})(?:\x86\0\0\0)?\x2f\0/u;

/** Passwords that everybody knows are no obstacle, so that only a workbook that could not be read is encrypted. */
function sheetFailed(bytes: Buffer): (error: unknown) => never {
  return (error) => {
    const isLocked = error instanceof ReadError && error.problem === 'damaged';
    throw isLocked && lockedStart.test(bytes.toString('latin1')) ? new ReadError('encrypted', error) : error;
  };
}

/** @param importFilter without it, LibreOffice reads what it does not know as the lines of a csv */
async function throughSheet(bytes: Buffer, from: string, importFilter?: string): Promise<ReadText> {
  const xlsx = await converted(bytes, from, 'xlsx', importFilter);
  if (xlsx === null) return notInstalled;
  const { readSheets } = await import('./sheet-text.ts');
  return readSheets(await openZipPackage(xlsx));
}

/** Null where LibreOffice is not installed. @throws ReadError */
async function converted(bytes: Buffer, from: string, to: OfficeTarget, importFilter?: string): Promise<Buffer | null> {
  try {
    const options = importFilter === undefined ? {} : { importFilter };
    return await convertOffice(bytes, from, to, { timeoutMs: convertMs, ...options });
  } catch (error) {
    if (!(error instanceof OfficeError)) throw error;
    if (error.problem === 'not-installed') return null;
    throw new ReadError(error.problem === 'too-slow' ? 'too-slow' : 'damaged', error);
  }
}

const notInstalled: ReadText = {
  ...textOnly([]),
  unread: [{ part: partLabels.body, page: null, reason: 'not-installed' }],
};
