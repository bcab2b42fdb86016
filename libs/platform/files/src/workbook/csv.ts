/** Reads csv files of all common programs, of any encoding, separator and line end, also with stray quotation marks. */
import { lenientRecords, strictRecords } from './csv-lines.ts';
import { decodeText } from './decode-text.ts';
import { maxRows, RowCollector, type Table } from './table.ts';

/** More than the maximum, enough to detect too many rows whatever the file's length. */
const maxRecords = maxRows + 1_000;

/** @throws TableError */
export function readCsv(bytes: Uint8Array): Table {
  const { encoding, text: raw } = decodeText(bytes);
  // The parser determines the line end once for the whole file, so mixed line ends are normalised before.
  const text = raw.replace(/\r\n?/g, '\n').replaceAll('\0', '');
  const delimiter = delimiterOf(text);
  const collector = new RowCollector();
  for (const { line, cells, doubt } of strictRecords(text, delimiter, maxRecords) ??
    lenientRecords(text, delimiter, maxRecords)) {
    collector.add(line, cells, cells.some((cell) => cell.includes('\ufffd')) ? 'undecodable' : doubt);
  }
  return { format: 'csv', encoding, sheet: null, sheets: [], rows: collector.finish() };
}

/** The delimiter that occurs most in the first lines: comma, semicolon or tab, in any export. */
export function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000).split('\n', 20).join('\n');
  const countsIn = (part: string) =>
    [',', '\t', ';', '，'].map((sign) => ({ sign, count: part.split(sign).length - 1 }));
  const outside = countsIn(head.replace(/"[^"]*"/g, ''));
  const counts = outside.some(({ count }) => count > 0) ? outside : countsIn(head);
  return counts.reduce((best, each) => (each.count > best.count ? each : best)).sign;
}
