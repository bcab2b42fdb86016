/** What spreadsheets of different programs write is read as people see it there. */
import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { dateText, showsDate } from './number-formats.ts';
import { readWorkbook } from './read-workbook.ts';
import { sheetOf, workbookOf, type WorkbookFixture } from './workbook.fixtures.ts';
import { writeWorkbook } from './write-workbook.ts';

const one = (xml: string, more: Partial<WorkbookFixture> = {}): Buffer =>
  workbookOf({ ...more, sheets: [{ name: '台账', xml }] });
const cellsOf = async (bytes: Buffer): Promise<readonly (readonly string[])[]> =>
  (await readWorkbook(bytes)).rows.map(({ cells }) => cells);
/** The text of one cell, read with a second one next to it. */
const textOf = async (cell: string, more: Partial<WorkbookFixture> = {}): Promise<string | undefined> =>
  (
    await cellsOf(one(`<{x}sheetData><{x}row>${cell}<{x}c><{x}v>7</{x}v></{x}c></{x}row></{x}sheetData>`, more))
  )[0]?.[0];

const styles = `<{x}numFmts><{x}numFmt numFmtId="176" formatCode="[DBNum1][$-804]yyyy&quot;年&quot;m&quot;月&quot;d&quot;日&quot;;@"/></{x}numFmts>
  <{x}cellStyleXfs><{x}xf numFmtId="14"/></{x}cellStyleXfs>
  <{x}cellXfs>${[0, 14, 31, 57, 176, 46].map((id) => `<{x}xf numFmtId="${id}"/>`).join('')}</{x}cellXfs>`;

describe('a cell', () => {
  it.each([
    ['an inline text', '<c t="inlineStr"><is><t>甲</t></is></c>', '甲'],
    ['a text of runs with a phonetic guide', '<c t="s"><v>0</v></c>', '柳林镇'],
    [
      'an inline text with a phonetic guide',
      '<c t="inlineStr"><is><t>柳林</t><rPh sb="0" eb="1"><t>LIU</t></rPh></is></c>',
      '柳林',
    ],
    ['CDATA', '<c t="inlineStr"><is><t><![CDATA[甲<乙]]></t></is></c>', '甲<乙'],
    ['a number', '<c><v>44965</v></c>', '44965'],
    ['a number with the noise of its last digits', '<c><v>0.30000000000000004</v></c>', '0.3'],
    ['a number in exponents', '<c><v>4.4965E4</v></c>', '44965'],
    ['true', '<c t="b"><v>1</v></c>', 'true'],
    ['a date', '<c s="1"><v>44965</v></c>', '2023-02-08'],
    ['a date of a Chinese format', '<c s="2"><v>44965</v></c>', '2023-02-08'],
    ['a date of a Chinese format of months', '<c s="3"><v>44965</v></c>', '2023-02-08'],
    ['a date of a format with Chinese digits', '<c s="4"><v>44965.4375</v></c>', '2023-02-08 10:30:00'],
    ['a time', '<c s="5"><v>0.4375</v></c>', '10:30:00'],
    ['an ISO date', '<c t="d"><v>2023-02-08T00:00:00</v></c>', '2023-02-08'],
    ['an ISO date with a time', '<c t="d"><v>2023-02-08T10:30:00.000</v></c>', '2023-02-08 10:30:00'],
    ['an ISO date without its type', '<c s="1"><v>2023-02-08</v></c>', '2023-02-08'],
    ['the stored text of a formula', '<c t="str"><f>A1&amp;"合同"</f><v>保洁合同</v></c>', '保洁合同'],
    ['the stored number of a formula', '<c><f>1+1</f><v>2</v></c>', '2'],
    ['the stored date of a formula', '<c s="1"><f>TODAY()</f><v>44965</v></c>', '2023-02-08'],
    ['a formula whose stored text is empty', '<c t="str"><f>""</f><v></v></c>', ''],
    ['a formula without a value', '<c><f>A1+1</f></c>', '=A1+1'],
    ['a formula with an empty value', '<c><f>A1+1</f><v/></c>', '=A1+1'],
    ['a shared formula without its text and value', '<c><f t="shared" si="0"/></c>', '=…'],
    ['an error', '<c t="e"><v>#N/A</v></c>', '#N/A'],
    ['the error of a formula', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>', '#DIV/0!'],
    ['an escaped line end', '<c t="inlineStr"><is><t>甲_x000D_\n乙_x000D_</t></is></c>', '甲\n乙'],
    ['an escaped escape', '<c t="inlineStr"><is><t>甲_x005F_x000D_</t></is></c>', '甲_x000D_'],
    ['an escaped zero', '<c t="str"><v>甲_x0000_乙</v></c>', '甲乙'],
    ['invisible characters', '<c t="inlineStr"><is><t>零\u200b宽\u00ad合\ufeff同\u2060</t></is></c>', '零宽合同'],
    [
      'a variation selector and a full-width space',
      '<c t="inlineStr"><is><t>葛\u{e0100}　甲</t></is></c>',
      '葛\u{e0100}　甲',
    ],
    ['a decomposed letter', '<c t="inlineStr"><is><t>e\u0301甲</t></is></c>', 'é甲'],
    ['half a character', '<c t="inlineStr"><is><t>甲_xD83D_乙</t></is></c>', '甲\ufffd乙'],
  ])('with %s is read', async (_, xml, text) => {
    const texts =
      '<si><r><t>柳林</t></r><r><rPr><b/></rPr><t>镇</t></r><rPh sb="0" eb="2"><t>liulin</t></rPh><phoneticPr fontId="1"/></si>';
    expect((await textOf(xml, { styles, texts })) ?? '').toBe(text);
    const prefixed = (part: string): string => part.replace(/<(\/?)(?=[a-z])/gi, '<$1{x}').replaceAll('{x}![', '![');
    const more = { styles, texts: prefixed(texts), prefix: 'x:', strict: true };
    expect((await textOf(prefixed(xml), more)) ?? '').toBe(text);
  });

  it('counts days from 1904 where the workbook does', async () => {
    expect(await textOf('<c s="1"><v>43503</v></c>', { styles, properties: 'date1904="1"' })).toBe('2023-02-08');
  });

  it('of a serial number has its day, whatever the time and however the sum was rounded', () => {
    fc.assert(
      fc.property(fc.integer({ min: 61, max: 80_000 }), fc.nat(86_399), (day, second) => {
        const whole = dateText(day, false);
        expect(dateText(day + second / 86_400, false)?.slice(0, 10)).toBe(whole);
        expect(dateText(day - 1e-11, false)).toBe(whole);
      }),
    );
  });

  it.each([
    ['yyyy/m/d;@', true],
    ['[$-804]yyyy"年"m"月"d"日"', true],
    ['[h]:mm', true],
    ['aaaa', true],
    ['m\\月d', true],
    ['General', false],
    ['0.00E+00', false],
    ['"days" 0', false],
    ['[Red]0.00', false],
    ['0_d', false],
    ['@', false],
    ['¥#,##0;[Red]¥-#,##0', false],
  ])('of the format %s: shows a date: %s', (code, expected) => expect(showsDate(code)).toBe(expected));
});

describe('rows and cells', () => {
  it('have their places with and without references, in any order', async () => {
    const xml =
      '<sheetData><row r="5"><c r="C5"><v>3</v></c><c r="A5"><v>1</v></c></row><row><c><v>9</v></c><c r="D6"><v>4</v></c><c><v>5</v></c></row><row r="2"><c><v>0</v></c></row></sheetData>';
    expect((await readWorkbook(one(xml))).rows).toEqual([
      { line: 2, cells: ['0'] },
      { line: 5, cells: ['1', '', '3'] },
      { line: 6, cells: ['9', '', '', '4', '5'] },
    ]);
  });

  it.each([
    ['the same row twice', '<sheetData><row r="1"><c><v>1</v></c></row><row r="1"><c><v>1</v></c></row></sheetData>'],
    ['a row below the last one', '<sheetData><row r="1048577"><c><v>1</v></c></row></sheetData>'],
    ['a cell beyond the last column', '<sheetData><row><c r="ZZZ1"><v>1</v></c></row></sheetData>'],
    ['a text that is not in the workbook', '<sheetData><row><c t="s"><v>5</v></c></row></sheetData>'],
    ['an entity of its own', '<sheetData><row><c t="str"><v>&甲;</v></c></row></sheetData>'],
  ])('with %s are refused', async (_, xml) => {
    await expect(readWorkbook(one(xml))).rejects.toMatchObject({ problem: 'not-a-workbook' });
  });

  it('that all refer to one long text are refused and not multiplied', async () => {
    const rows = `<row>${'<c t="s"><v>0</v></c>'.repeat(90)}</row>`.repeat(500);
    const bytes = one(`<sheetData>${rows}</sheetData>`, { texts: `<si><t>${'甲'.repeat(4_000)}</t></si>` });
    await expect(readWorkbook(bytes)).rejects.toMatchObject({ problem: 'workbook-too-large' });
  });

  it('are read from parts in UTF-16', async () => {
    const encode = (xml: string): Buffer => Buffer.from(`\ufeff${xml}`, 'utf16le');
    expect(await cellsOf(one(sheetOf([['甲', '乙']]), { encode }))).toEqual([['甲', '乙']]);
    const big = (xml: string): Buffer => encode(xml).swap16();
    expect(await cellsOf(one(sheetOf([['甲', '乙']]), { encode: big }))).toEqual([['甲', '乙']]);
  });

  it('keep every character, wherever a piece of the file ends', async () => {
    const title = '农田灌溉机井维修工程施工合同';
    const rows = Array.from({ length: 6_000 }, (_, n) => [`${'x'.repeat(n % 7)}${title}`, '甲']);
    const columns = ['名称', '类别'].map((heading) => ({ heading, width: 9, kind: 'text' as const }));
    const read = await cellsOf(writeWorkbook({ sheet: '台账', title: '台账', columns, rows }));
    expect(read.slice(2)).toEqual(rows);
  });
});

describe('merged cells', () => {
  const merged = (rows: readonly (readonly string[])[], ...ranges: readonly string[]): Buffer =>
    one(sheetOf(rows, `<mergeCells>${ranges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`));

  it('have the value of the first in every row', async () => {
    const rows = [
      ['1', '甲合同', '党政办', '2023-02-08'],
      ['2', '乙合同', '', ''],
      ['3', '丙合同', '', ''],
      ['4', '丁合同', '', ''],
    ];
    expect(await cellsOf(merged(rows, 'C1:C3', 'D1:D2'))).toEqual([
      ['1', '甲合同', '党政办', '2023-02-08'],
      ['2', '乙合同', '党政办', '2023-02-08'],
      ['3', '丙合同', '党政办'],
      ['4', '丁合同'],
    ]);
  });

  it('of two dates across have both, and a title or the heading of a group stays one cell', async () => {
    const rows = [
      ['2023年台账', '', '', '', ''],
      ['序号', '事项名称', '收件日期', '受理日期', '备注'],
      ['一、合同类', '', '', '', ''],
      ['1', '甲合同', '2023-02-08', '', '无'],
    ];
    expect(await cellsOf(merged(rows, 'A1:E1', 'A3:E3', 'C4:D4'))).toEqual([
      ['2023年台账'],
      ['序号', '事项名称', '收件日期', '受理日期', '备注'],
      ['一、合同类'],
      ['1', '甲合同', '2023-02-08', '2023-02-08', '无'],
    ]);
  });

  it('fill no row that is empty, and no further than the table', async () => {
    const rows = [
      ['1', '甲', '乙'],
      ['2', '', ''],
      ['', '', ''],
    ];
    expect(await cellsOf(merged(rows, 'B1:B1048576', 'C1:XFD9'))).toEqual([
      ['1', '甲', '乙'],
      ['2', '甲', '乙'],
    ]);
  });
});

describe('the sheets', () => {
  const register = sheetOf([
    ['序号', '事项名称'],
    ['1', '甲'],
  ]);

  it('are in the order of their tabs, whatever their parts are called, and the first visible one is read', async () => {
    const bytes = workbookOf({
      mainPart: 'book/Book.xml',
      sheets: [
        { name: '隐藏', state: 'hidden', xml: register },
        { name: '很隐藏', state: 'veryHidden', xml: register },
        { name: '封面', xml: sheetOf([['台账'], ['2023年']]) },
        { name: '空', xml: '<sheetData/>' },
        { name: '2023“年”&amp;', xml: register, target: '/xl/Tabs/b.xml', part: 'xl/Tabs/B.xml' },
        { name: '旧', xml: register, target: '../a%20b.xml', part: 'a b.xml' },
      ],
    });
    const { sheet, sheets, rows } = await readWorkbook(bytes);
    expect(sheet).toBe('2023“年”&');
    expect(rows).toHaveLength(2);
    expect(sheets.map(({ name, hidden, rows: count }) => [name, hidden, count])).toEqual([
      ['隐藏', true, 2],
      ['很隐藏', true, 2],
      ['封面', false, 2],
      ['空', false, 0],
      ['2023“年”&', false, 2],
      ['旧', false, 2],
    ]);
    expect(sheets[5]?.top).toEqual([
      { line: 1, cells: ['序号', '事项名称'] },
      { line: 2, cells: ['1', '甲'] },
    ]);
    expect((await readWorkbook(bytes, '隐藏')).sheet).toBe('隐藏');
    await expect(readWorkbook(bytes, '没有')).rejects.toMatchObject({ problem: 'no-such-sheet' });
    await expect(readWorkbook(bytes, '空')).rejects.toMatchObject({ problem: 'empty' });
  });
});

describe('a written workbook', () => {
  it('is read back unchanged, whatever its texts', async () => {
    const text = fc
      .string({ unit: fc.constantFrom(...'甲a=_x0D&<">\' \n', '_x000D_', '\u{20bb7}') })
      .map((each) => each.trim());
    const columns = (['text', 'number', 'date', 'text'] as const).map((kind) => ({ heading: kind, width: 9, kind }));
    await fc.assert(
      fc.asyncProperty(fc.array(fc.tuple(text, fc.nat(), text), { minLength: 1, maxLength: 5 }), async (made) => {
        const rows = made.map(([first, number, last]) => [first, number, '2023-02-08', last]);
        const read = await cellsOf(writeWorkbook({ sheet: "台账[1]'s", title: '=A1', columns, rows }));
        expect(read.slice(2).map((cells) => [cells[0], Number(cells[1]), cells[2], cells[3] ?? ''])).toEqual(rows);
        expect(read[0]).toEqual(['=A1']);
      }),
    );
  });
});
