/** Files as tables: what spreadsheets write is read, and other files are refused by their own code. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { propertyRuns, timeoutMs } from '@lawgate/sizes';
import fc from 'fast-check';
import { delimiterOf, readCsv } from './csv.ts';
import { readTableFile } from './read-table.ts';
import { maxRows, TableError } from './table.ts';
import { readWorkbook } from './read-workbook.ts';
import { sheetOf, workbookOf } from './workbook.fixtures.ts';
import { zipBomb, zipOf } from '../zip/zip.fixtures.ts';

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-tables-'));
afterAll(() => rm(folder, { recursive: true }));

const bytes = (text: string): Buffer => Buffer.from(text);
async function problemOf(read: () => unknown): Promise<string> {
  try {
    await read();
  } catch (error) {
    if (error instanceof TableError) return error.problem;
    throw error;
  }
  return 'read';
}

describe('a csv', () => {
  const cell = fc
    .string({ unit: fc.constantFrom(...'a甲,"\n\r;\t =-〔') })
    .map((text) => text.trim().replace(/\r\n?/g, '\n'));
  const written = (rows: readonly (readonly string[])[], ends: readonly string[]): string =>
    rows
      .map(
        (row, index) =>
          row.map((text) => `"${text.replaceAll('"', '""')}"`).join(',') + (ends[index % ends.length] ?? '\n'),
      )
      .join('');

  it('is read back unchanged, whatever is in its cells and ends its lines', () => {
    const table = fc.array(
      fc.array(cell, { minLength: 2, maxLength: 5 }).map((row) => ['x', ...row, 'y']),
      { minLength: 1, maxLength: 8 },
    );
    const ends = fc.array(fc.constantFrom('\n', '\r\n', '\r'), { minLength: 1, maxLength: 3 });
    fc.assert(
      fc.property(table, ends, fc.boolean(), (rows, lineEnds, mark) => {
        const read = readCsv(bytes(`${mark ? '\ufeff' : ''}${written(rows, lineEnds)}`));
        expect(read.rows.map(({ cells }) => cells)).toEqual(rows);
        expect(read.encoding).toBe(mark ? 'utf-8-bom' : 'utf-8');
      }),
    );
  });

  it('is read or refused with a code, whatever the bytes', () => {
    const refusals = new Set<string>();
    const anything = fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.string({ unit: fc.constantFrom(...'a,"\n\r ') }).map(bytes),
    );
    fc.assert(
      fc.property(anything, (content) => {
        try {
          readCsv(content);
        } catch (error) {
          expect(error).toBeInstanceOf(TableError);
          refusals.add((error as TableError).problem);
        }
      }),
    );
    expect(refusals).toContain('not-a-table');
  });

  it('reports the line on which a row begins, also after cells of several lines and empty lines', () => {
    const { rows } = readCsv(bytes('甲,乙\n"一\n二",x\n\n三,y\n'));
    expect(rows).toEqual([
      { line: 1, cells: ['甲', '乙'] },
      { line: 2, cells: ['一\n二', 'x'] },
      { line: 5, cells: ['三', 'y'] },
    ]);
  });

  it.each([
    ['a,b\n1;2,3', ','],
    ['a\tb\n1\t2,3', '\t'],
    ['a;b;c\n1,5;2;3', ';'],
    ['甲，乙，丙', '，'],
  ])('detects the delimiter %j', (text, sign) => expect(delimiterOf(text)).toBe(sign));

  it.each([
    ['nothing', '', 'empty'],
    ['a mark and spaces', '\ufeff \r\n \n', 'empty'],
    ['one column', '名称\n甲\n乙\n', 'one-column'],
    ['300 columns', `${'a,'.repeat(299)}a\n`, 'too-many-columns'],
    ['too many rows', 'a,b\n'.repeat(maxRows + 60), 'too-many-rows'],
    ['zeros', '\0\0\0\0,\0', 'not-a-table'],
  ])('of %s is refused', async (_, text, code) => {
    expect(await problemOf(() => readCsv(bytes(text)))).toBe(code);
  });

  it('of a program, a picture or an old workbook is refused', async () => {
    for (const head of ['MZ\x90\0\x03', '\x89PNG\r\n\x1a\n\0', '\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0']) {
      expect(await problemOf(() => readCsv(Buffer.from(head, 'latin1')))).toBe('not-a-table');
    }
  });
});

describe('a workbook', () => {
  const workbook = (...rows: readonly (readonly string[])[]): Buffer =>
    workbookOf({ sheets: [{ name: '台账', xml: sheetOf(rows) }] });

  it.each<[string, () => Promise<Buffer> | Buffer, string]>([
    ['without anything', () => workbook(), 'empty-workbook'],
    ['of one column', () => workbook(['甲']), 'one-column'],
    ['of 300 columns', () => workbook(Array.from({ length: 300 }, String)), 'too-many-columns'],
    ['that is a zip of something else', () => zipOf({ 'a.txt': bytes('甲') }), 'not-a-workbook'],
    ['cut off', () => workbook(['甲', '乙']).subarray(0, 900), 'not-a-workbook'],
    ['of the first bytes only', () => bytes('PK\x03\x04'), 'not-a-workbook'],
    [
      'of broken sheets',
      () =>
        zipOf({
          '[Content_Types].xml': bytes('<'),
          'xl/workbook.xml': bytes('<<<'),
          'xl/worksheets/sheet1.xml': bytes('<a'),
        }),
      'not-a-workbook',
    ],
    ['that is a bomb', () => zipOf({ 'xl/workbook.xml': Buffer.alloc(200 * 1024 * 1024) }), 'workbook-too-large'],
    [
      'that is a bomb and says it is none',
      () => zipOf({ 'xl/workbook.xml': Buffer.alloc(200 * 1024 * 1024) }, 10),
      'workbook-too-large',
    ],
    ['that is a bomb of 1 GiB', () => zipBomb('xl/workbook.xml', 1024 ** 3), 'workbook-too-large'],
    ['that is a bomb of 1 GiB and says it is none', () => zipBomb('_rels/.rels', 1024 ** 3, 100), 'workbook-too-large'],
    [
      'of a thousand entries that are a bomb together',
      () =>
        zipOf(Object.fromEntries(Array.from({ length: 1000 }, (_, n) => [`xl/${n}.xml`, Buffer.alloc(1024 * 1024)]))),
      'workbook-too-large',
    ],
  ])('%s is refused', async (_, make, code) => {
    const content = await make();
    expect(await problemOf(() => readWorkbook(content))).toBe(code);
  });

  it(
    'is read or refused with a code, wherever a byte of it is wrong',
    async () => {
      const whole = workbook(['甲', '乙', '3']);
      await fc.assert(
        fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, value) => {
          const broken = Buffer.from(whole);
          broken[at] = value;
          expect(await problemOf(() => readWorkbook(broken))).toMatch(
            /^(read|not-a-workbook|empty-workbook|one-column|workbook-too-large)$/,
          );
        }),
        { numRuns: propertyRuns(60) },
      );
    },
    timeoutMs(60_000),
  );
});

describe('the thread that reads', () => {
  it('answers with a table or a refusal', async () => {
    const file = path.join(folder, 'a.csv');
    await writeFile(file, '名称,类别\n甲,乙\n');
    expect((await readTableFile(file)).rows).toHaveLength(2);
    await writeFile(file, zipOf({ 'xl/workbook.xml': Buffer.alloc(200 * 1024 * 1024) }));
    await expect(readTableFile(file)).rejects.toMatchObject({ problem: 'workbook-too-large' });
  });
});
