/** Reads csv files of all common spreadsheets: UTF-8 with and without a byte order mark, GB18030, any line ends. */
import { CsvError, parse } from 'csv-parse/sync';
import { maxColumns, maxRows, RowCollector, TableError, type Table } from './table.ts';

/** Tab, line feed, form feed and carriage return are text; the other control characters are not. */
// eslint-disable-next-line no-control-regex
const controls = /[\u0000-\u0008\u000b\u000e-\u001f\u007f]/;

/** @throws TableError `not-a-table` for bytes that are not text in any of the encodings */
export function decodeText(bytes: Uint8Array): { encoding: Table['encoding']; text: string } {
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  for (const encoding of ['utf-8', 'gb18030'] as const) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      if (!controls.test(text)) return { encoding: encoding === 'utf-8' && marked ? 'utf-8-bom' : encoding, text };
    } catch {
      // Not in this encoding; the next one may fit.
    }
  }
  throw new TableError('not-a-table');
}

/** @throws TableError with the line where quotation marks do not match */
export function readCsv(bytes: Uint8Array): Table {
  const { encoding, text: raw } = decodeText(bytes);
  // The parser determines the line end once for the whole file, so mixed line ends are normalised before.
  const text = raw.replace(/\r\n?/g, '\n');
  const collector = new RowCollector();
  let line = 1;
  for (const { record, info } of parseRecords(text, delimiterOf(text))) {
    // The parser reports where a record ends; a record with line ends in its cells begins where the previous one ended.
    collector.add(
      line,
      record.map((cell) => cell.trim()),
    );
    line = info.lines + 1;
  }
  return { format: 'csv', encoding, sheet: null, rows: collector.finish() };
}

interface ParsedRecord {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parseRecords(text: string, delimiter: string): readonly ParsedRecord[] {
  try {
    return parse(text, {
      delimiter,
      info: true,
      record_delimiter: '\n',
      relax_column_count: true,
      // More than the maximum, enough to detect too many rows whatever the file's length.
      to: maxRows + 1_000,
      max_record_size: maxColumns * 40_000,
    }) as unknown as ParsedRecord[];
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? { line: error['lines'] } : {};
    throw new TableError('unbalanced-quotes', line, error);
  }
}

/** The delimiter that occurs most in the first lines: comma, semicolon or tab, in any export. */
export function delimiterOf(text: string): string {
  const head = text
    .slice(0, 20_000)
    .split('\n', 20)
    .join('\n')
    .replace(/"[^"]*"/g, '');
  const counts = [',', '\t', ';', '，'].map((sign) => ({ sign, count: head.split(sign).length - 1 }));
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}
