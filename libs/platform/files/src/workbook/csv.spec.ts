/** csv files of real programs: encodings, separators, stray signs. A stray sign affects its own line alone. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { readCsv } from './csv.ts';

const headings = ['序号', '收件日期', '送审单位', '事项名称', '类别', '审结日期', '文号', '状态', '备注'];
const row = (serial: string, title: string): string =>
  [serial, '2023-02-08', '党政办', title, '合同', '2023-02-16', '合审〔2023〕1号', '审结', '无'].join(',');
const read = (...lines: readonly string[]) => readCsv(Buffer.from([headings.join(','), ...lines].join('\r\n'))).rows;
const titles = (...lines: readonly string[]) =>
  read(...lines)
    .slice(1)
    .map(({ cells, doubt }) => (doubt === 'quotes-unclear' ? doubt : [cells[3], doubt ?? null]));

describe('quotation marks', () => {
  it.each([
    ['within a cell', '关于"美丽乡村"建设合同', '关于"美丽乡村"建设合同'],
    ['at the beginning of a cell', '"美丽乡村"建设合同', '"美丽乡村"建设合同'],
    ['at the end of a cell', '建设合同"补充"', '建设合同"补充"'],
    ['as a unit of length', '12"管道合同', '12"管道合同'],
  ])('%s are characters, and the line is marked', (_, written, title) => {
    expect(titles(row('1', '甲'), row('2', written), row('3', '"乙""丙"""'))).toEqual([
      ['甲', null],
      [title, 'quotes-literal'],
      ['乙"丙"', null],
    ]);
  });

  it.each([
    ['that never end', '"甲合同'],
    ['around a separator and not around the cell', '关于"甲,乙"合同'],
    ['around a separator, with something behind', '"甲,乙"合同'],
    ['as a ditto mark', '"'],
  ])('%s make their line unclear, and no other', (_, written) => {
    expect(titles(row('1', '甲'), row('2', written), row('3', '乙'))).toEqual([
      ['甲', null],
      'quotes-unclear',
      ['乙', null],
    ]);
  });

  it('of different rows that match each other swallow no row', () => {
    expect(titles(row('1', '"'), row('2', '乙'), row('3', '"'), row('4', '丁'))).toEqual([
      'quotes-unclear',
      ['乙', null],
      'quotes-unclear',
      ['丁', null],
    ]);
  });

  it('around line ends are read by the rules, also next to stray ones', () => {
    expect(titles(row('1', '12"管'), row('2', '"甲\n乙"'))).toEqual([
      ['12"管', 'quotes-literal'],
      ['甲\n乙', null],
    ]);
    expect(read(row('1', '"甲\n乙"'), row('2', '丙')).map(({ line }) => line)).toEqual([1, 2, 4]);
  });

  it('never move a value to another column without a mark, wherever one too many is', () => {
    const lines = [row('1', '甲'), row('2', '乙'), row('3', '丙')];
    const whole = [headings.join(','), ...lines].join('\n');
    const expected = readCsv(Buffer.from(whole)).rows;
    fc.assert(
      fc.property(fc.nat(whole.length), (at) => {
        const { rows } = readCsv(Buffer.from(`${whole.slice(0, at)}"${whole.slice(at)}`));
        const bare = rows.map(({ line, cells, doubt }) => ({
          line,
          cells: cells.map((cell) => cell.replace('"', '')),
          doubt,
        }));
        expect(bare.filter(({ doubt }) => doubt === undefined).length).toBeGreaterThanOrEqual(3);
        for (const { line, cells, doubt } of bare) {
          if (doubt !== 'quotes-unclear') expect(cells).toEqual(expected.find((each) => each.line === line)?.cells);
        }
      }),
    );
  });
});

describe('an encoding', () => {
  const text = [headings.join('\t'), row('1', '甲合同').replaceAll(',', '\t')].join('\r\n');
  const wide = Buffer.from(text, 'utf16le');
  const marked = Buffer.from(`\ufeff${text}`, 'utf16le');

  it.each([
    ['UTF-16 with a mark', marked, 'utf-16le'],
    ['UTF-16 without a mark', wide, 'utf-16le'],
    ['UTF-16 of big ends with a mark', Buffer.from(marked).swap16(), 'utf-16be'],
    ['UTF-16 of big ends without a mark', Buffer.from(wide).swap16(), 'utf-16be'],
    ['UTF-16 with half a character at its end', Buffer.concat([marked, Buffer.from([0])]), 'utf-16le'],
    ['UTF-8', Buffer.from(text), 'utf-8'],
  ])('%s is recognised', (_, bytes, encoding) => {
    const table = readCsv(bytes);
    expect(table.encoding).toBe(encoding);
    expect(table.rows[1]?.cells.slice(0, 5)).toEqual(['1', '2023-02-08', '党政办', '甲合同', '合同']);
  });

  it.each([
    ['zeros within cells', `${headings.join(',')}\n${row('1', '甲\0\0合同\0')}`],
    ['zeros at the end', `${headings.join(',')}\n${row('1', '甲合同')}${'\0'.repeat(500)}`],
    ['the end mark of old programs', `${headings.join(',')}\n${row('1', '甲合同')}\n\x1a`],
    ['a control character', `${headings.join(',')}\n${row('1', '甲\x07合同')}`],
    ['invisible characters', `${headings.join(',')}\n${row('1', '甲\u200b合\u202e同')}`],
  ])('with %s is read without them', (_, written) => {
    const { rows } = readCsv(Buffer.from(written));
    expect(rows.map(({ cells }) => cells[3])).toEqual(['事项名称', '甲合同']);
  });

  it('with a damaged byte is read, and the line is marked', () => {
    const bytes = Buffer.from([headings.join(','), row('1', '甲合同'), row('2', '乙合同')].join('\n'));
    bytes[bytes.indexOf('乙合')] = 0xff;
    const marks = readCsv(bytes).rows.map(({ doubt }) => doubt ?? null);
    expect(marks).toEqual([null, null, 'undecodable']);
  });
});
