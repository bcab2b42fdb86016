/** Files of registers as towns have them, through the routes: each is read, or refused line by line with the reason. */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { sheetOf, workbookOf } from '@lawgate/files/fixtures';
import { headings, openImportTown, type Answered, type ImportTown } from './import-town.fixtures.ts';

let town: ImportTown;
beforeAll(async () => {
  town = await openImportTown();
});
afterAll(() => town?.close());

interface Row {
  line: number;
  state: string;
  cells: string[];
  problems: { column: string | null; code: string; message: string }[];
}
const file = (name: string): Promise<Buffer> => readFile(new URL(`./files/${name}`, import.meta.url));
const rowsOf = async (id: string, by = 'east-reviewer'): Promise<Row[]> =>
  (await town.get(`/api/register/imports/${id}?rows=all&limit=200`, by)).body.rows.items;
const upload = async (content: string | Uint8Array, name: string): Promise<{ body: Answered['body']; rows: Row[] }> => {
  const { status, body } = await town.upload(content, name);
  expect([status, body.code]).toEqual([201, undefined]);
  return { body, rows: await rowsOf(body.id) };
};
const uploadFile = async (name: string) => upload(await file(name), name);
const actionsOf = (rows: readonly Row[]) =>
  rows.map(({ line, state, problems }) => [line, state, ...problems.map(({ column, code }) => `${column}: ${code}`)]);
/** Columns of the heading of these files. */
const [receivedOn, unit, title] = [1, 2, 3];
/** What the import made of each row, as the register shows it. */
const importedAs = async (id: string, by = 'east-reviewer') => {
  await town.call('POST', `/api/register/imports/${id}/run`, by);
  await town.work();
  const { rows } = await town.database.ownerPool.query(
    `select l.line, c.title, e.unit, min(f.on_date)::text as received
       from register_import_line l join review_case c on c.id = l.case_id
       join register_entry e on e.case_id = c.id
       join fact f on f.case_id = c.id and f.kind = 'received'
      where l.import_id = $1 group by 1, 2, 3 order by 1`,
    [id],
  );
  return rows;
};

describe('dates with times', () => {
  it('of a csv are the days that are written', async () => {
    // The numbers of this file are those of other files.
    const { body } = await town.upload(await file('excel-time.csv'), '台账.csv', 'west-reviewer');
    expect(body).toMatchObject({ encoding: 'gb18030', counts: { rows: 8, add: 8 } });
    expect((await rowsOf(body.id, 'west-reviewer'))[0]?.cells[receivedOn]).toBe('2023/2/1 10:30');
    const cases = await importedAs(body.id, 'west-reviewer');
    expect(cases.map(({ received }: { received: string }) => received)).toEqual([
      '2023-02-01',
      '2023-02-02',
      '2023-02-01',
      '2023-01-01',
      '2023-02-01',
      '2023-02-01',
      '2023-02-01',
      '2023-01-02',
    ]);
  });

  it('of a strict workbook are the days that it shows', async () => {
    const { rows } = await uploadFile('strict.xlsx');
    expect(actionsOf(rows)).toEqual(rows.map(({ line }) => [line, 'add']));
    for (const { cells } of rows) expect(cells[receivedOn]).toMatch(/^2023-\d\d-\d\d$/);
  });
});

describe('formulas', () => {
  it('have their stored value, or are refused in every field with the column', async () => {
    const { rows } = await uploadFile('k-formulas.xlsx');
    expect(actionsOf(rows)).toEqual([
      [2, 'add'],
      [3, 'add'],
      [4, 'add'],
      [5, 'refuse', '送审单位: row.formula'],
    ]);
    expect(rows.map(({ cells }) => cells[title])[0]).toBe('镇区保洁合同');
    expect(rows.map(({ cells }) => cells[unit])[1]).toBe('综合执法办');
  });

  it('without a stored value and errors in a workbook are refused in every column that is mapped', async () => {
    const names = headings.split(',');
    const cells = ['9', '2023-02-08', '党政办', '甲', '重要合同', '2023-02-08'].map(
      (text) => `<c t="str"><v>${text}</v></c>`,
    );
    const heading = names.map((name) => `<c t="str"><v>${name}</v></c>`).join('');
    const broken = ['<c><f>A1&amp;B1</f></c>', '<c t="str"><f>A1</f></c>', '<c t="e"><f>1/0</f><v>#DIV/0!</v></c>'];
    const lines = broken.flatMap((one) =>
      cells.map((_, at) => cells.map((cell, index) => (index === at ? one : cell)).join('')),
    );
    const xml = `<sheetData>${[heading, ...lines].map((each) => `<row>${each}</row>`).join('')}</sheetData>`;
    const { rows } = await upload(workbookOf({ sheets: [{ name: '台账', xml }] }), 'x.xlsx');
    expect(actionsOf(rows)).toEqual(
      lines.map((_, at) => [at + 2, 'refuse', `${names[at % cells.length]}: row.formula`]),
    );
  });

  it.each(['=A1&B1', '#N/A', '#REF!', '＃N/A', '####', 'Err:502'])(
    'whose value is %s are refused in every column',
    async (text) => {
      const row = [
        '9',
        '2023-02-08',
        '党政办',
        '甲',
        '重要合同',
        '2023-02-08',
        '李审查',
        '王律师',
        '可以签订',
        '',
        '2023-02-16',
        '',
        '审结',
        '无',
      ];
      const names = headings.split(',');
      const lines = names.map((_, at) => row.map((cell, index) => (index === at ? text : cell)).join(','));
      const { rows } = await upload([headings, ...lines].join('\n'), 'x.csv');
      expect(actionsOf(rows)).toEqual(names.map((name, at) => [at + 2, 'refuse', `${name}: row.formula`]));
    },
  );
});

describe('merged cells', () => {
  it('have their value in every row of the range', async () => {
    const { body, rows } = await uploadFile('k-merged-unit.xlsx');
    expect(rows.map(({ state, cells }) => [state, cells[unit]])).toEqual(rows.map(() => ['add', '综合办']));
    const cases = await importedAs(body.id);
    expect(new Set(cases.map((each: { unit: string }) => each.unit))).toEqual(new Set(['综合办']));
  });
});

describe('the sheets of a workbook', () => {
  it.each([
    ['s-taborder.xlsx', '2023年台账', '第一张标签里的合同', ['2023年台账', '2019年旧台账']],
    ['s-cover.xlsx', '台账', '第二张表里的台账', ['封面', '台账']],
    ['hiddenfirst.xlsx', '台账', '可见表', ['字典', '台账']],
  ])('%s: the first visible one with a heading is read, and all are listed', async (name, sheet, first, names) => {
    const { body, rows } = await uploadFile(name);
    expect(body.sheet).toBe(sheet);
    expect(body.sheets.map((each: { name: string }) => each.name)).toEqual(names);
    expect(body.sheets.filter(({ read }: { read: boolean }) => read)).toEqual([
      { name: sheet, hidden: false, rows: 2, read: true },
    ]);
    expect(rows.map(({ state, cells }) => [state, cells[title]])).toEqual([['add', first]]);
  });

  it('can be chosen, hidden ones too, until the import starts', async () => {
    const { body } = await uploadFile('hiddenfirst.xlsx');
    const choose = (sheet: unknown, by = 'east-reviewer') =>
      town.call('PUT', `/api/register/imports/${body.id}/sheet`, by, { sheet });
    const chosen = await choose('字典');
    expect(chosen).toMatchObject({ status: 200, body: { sheet: '字典', counts: { rows: 1, add: 1 } } });
    expect(chosen.body.sheets.map(({ read }: { read: boolean }) => read)).toEqual([true, false]);
    expect((await rowsOf(body.id)).map(({ cells }) => cells[title])).toEqual(['隐藏表']);
    for (const [sheet, status, code] of [
      ['没有', 422, 'register.no-such-sheet'],
      ['', 422, 'request.invalid'],
      [7, 422, 'request.invalid'],
    ] as const) {
      expect(await choose(sheet)).toMatchObject({ status, body: { code } });
    }
    expect(await choose('台账', 'west-reviewer')).toMatchObject({ status: 404 });
    expect(await choose('台账', 'east-clerk')).toMatchObject({ status: 403 });
    expect((await rowsOf(body.id)).map(({ cells }) => cells[title])).toEqual(['隐藏表']);
    expect((await choose('台账')).body.counts).toMatchObject({ rows: 1, add: 1 });
    expect((await importedAs(body.id)).map((each: { title: string }) => each.title)).toEqual(['可见表']);
    expect(await choose('字典')).toMatchObject({ status: 409, body: { code: 'register.import-started' } });
  });

  it('of sums before the register are not taken for it', async () => {
    const sums = sheetOf([
      ['类别', '备注'],
      ['合同', '31'],
    ]);
    const register = sheetOf([headings.split(','), ['1', '2023-02-08', '党政办', '某合同', '重要合同']]);
    const bytes = workbookOf({
      sheets: [
        { name: '汇总', xml: sums },
        { name: '明细', xml: register },
      ],
    });
    const { body } = await upload(bytes, 'x.xlsx');
    expect(body).toMatchObject({ sheet: '明细', counts: { add: 1 } });
  });

  it('of a csv are none', async () => {
    const { body } = await upload(`${headings}\n`, 'x.csv');
    expect([body.sheet, body.sheets]).toEqual([null, []]);
    const answer = await town.call('PUT', `/api/register/imports/${body.id}/sheet`, 'east-reviewer', { sheet: '甲' });
    expect(answer).toMatchObject({ status: 422, body: { code: 'register.no-such-sheet' } });
  });
});

describe('workbooks of other programs', () => {
  it.each(['prefix-x.xlsx', 'sheetname.xlsx'])('%s is read', async (name) => {
    const { body, rows } = await uploadFile(name);
    expect(body).toMatchObject({ sheet: '台账', counts: { rows: 1, add: 1, refuse: 0 } });
    expect(rows[0]?.cells[title]).toBe('测试合同1');
  });

  it('phonetic guides are not part of the text', async () => {
    const { rows } = await uploadFile('phonetic.xlsx');
    expect(rows.map(({ state, cells }) => [state, cells[unit], cells[title]])).toEqual([
      ['add', '柳林', '镇区保洁合同'],
    ]);
  });
});

describe('characters that nobody sees', () => {
  it('make no twins', async () => {
    const { rows } = await uploadFile('k-zerowidth.xlsx');
    expect(actionsOf(rows)).toEqual([
      [2, 'add'],
      [3, 'skip', 'null: row.repeated'],
    ]);
    expect(rows[1]?.cells[title]).toBe('零宽合同');
  });

  it('of control do not refuse a file', async () => {
    const { body, rows } = await uploadFile('nul.csv');
    expect(body.counts).toMatchObject({ rows: 1, add: 1 });
    expect(rows[0]?.cells.join()).not.toMatch(/\p{Cc}/u);
  });
});

describe('a csv', () => {
  it('with stray quotation marks is read, with a note on their line', async () => {
    const { rows } = await uploadFile('quotes.csv');
    expect(actionsOf(rows)).toEqual([
      [2, 'add', 'null: row.quotes'],
      [3, 'add'],
    ]);
    expect(rows.map(({ cells }) => cells[title])).toEqual(['关于"美丽乡村"建设合同', '关于"美丽乡村"建设合同']);
  });

  it('with an unclear line refuses that line, also after the columns are set again', async () => {
    const line = (serial: number, name: string): string => `${serial},2023-02-08,党政办,${name},重要合同,,,,,,,,,`;
    const { body, rows } = await upload([headings, line(1, '甲'), line(2, '"乙'), line(3, '丙')].join('\n'), 'x.csv');
    const expected = [
      [2, 'add'],
      [3, 'refuse', 'null: row.quotes'],
      [4, 'add'],
    ];
    expect(actionsOf(rows)).toEqual(expected);
    const { columns } = body.mapping;
    await town.call('PUT', `/api/register/imports/${body.id}/mapping`, 'east-reviewer', { columns });
    expect(actionsOf(await rowsOf(body.id))).toEqual(expected);
  });

  it('in UTF-16 with tabs is read', async () => {
    const { body } = await uploadFile('utf16le-tab.csv');
    expect(body).toMatchObject({ encoding: 'utf-16le', counts: { rows: 1, add: 1 } });
  });
});

describe('a register without a column of categories', () => {
  const rows = [
    ['合同名称', '收件日期'],
    ['甲服务', '2023-02-08'],
    ['乙服务', '2023-02-09'],
  ];
  const csv = (heading: string, ...above: string[]): string =>
    [...above, [heading, '收件日期', '结论'].join(','), '甲服务,2023-02-08,'].join('\n');

  it.each([
    ['the heading of its names', csv('合同名称'), 'x.csv', '重要合同'],
    ['the heading of its names', csv('协议（合同）名称'), 'x.csv', '重要合同'],
    ['a title above', csv('事项名称', '某镇2023年规范性文件审查台账,,'), 'x.csv', '规范性文件'],
    [
      'the name of its sheet',
      workbookOf({
        sheets: [
          {
            name: '执法决定',
            xml: sheetOf([
              ['名称', '收件日期'],
              ['甲', '2023-02-08'],
            ]),
          },
        ],
      }),
      'x.xlsx',
      '重大执法决定',
    ],
    ['the name of the file', csv('名称'), '2023年行政决策台账.csv', '重大行政决策'],
    ['nothing', csv('事项名称'), 'x.csv', undefined],
    ['two categories in one title', csv('事项名称', '合同和规范性文件台账,,'), 'x.csv', undefined],
  ])('is of the category that is suggested by %s', async (_, content, name, category) => {
    const { body } = await upload(content, name);
    expect(body.mapping.defaults.category).toBe(category);
    expect(body.counts).toMatchObject(category === undefined ? { add: 0, refuse: 1 } : { add: 1, refuse: 0 });
  });

  it('gets another category and a unit for all rows, and a wrong one is refused line by line', async () => {
    const { body } = await upload(rows.map((cells) => cells.join(',')).join('\n'), 'x.csv');
    expect(body.categories).toEqual(expect.arrayContaining(['重要合同', '规范性文件', '重大执法决定', '重大行政决策']));
    const map = (defaults: unknown) =>
      town.call('PUT', `/api/register/imports/${body.id}/mapping`, 'east-reviewer', {
        columns: body.mapping.columns,
        defaults,
      });
    expect((await map({ category: '招投标' })).body.counts).toMatchObject({ add: 0, refuse: 2 });
    expect((await map({ category: '规范性文件', unit: '党政办' })).body.counts).toMatchObject({ add: 2, refuse: 0 });
    const cases = await importedAs(body.id);
    expect(cases.map((each: { unit: string }) => each.unit)).toEqual(['党政办', '党政办']);
  });
});
