/** Importing past registers over HTTP, on a real database, with the shipped categories. */
import { readFile } from 'node:fs/promises';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook, writeWorkbook } from '@lawgate/files';
import { headings, line, openImportTown, type Answered, type ImportTown } from './import-town.fixtures.ts';

let town: ImportTown;
beforeAll(async () => {
  town = await openImportTown();
});
afterAll(() => town?.close());

const example = () =>
  readFile(new URL('../../../../../../apps/server/data/register-2023.csv', import.meta.url), 'utf8');
const csv = (...lines: readonly string[]): string => [headings, ...lines].join('\n');
const run = async (id: string, by = 'east-reviewer'): Promise<Answered> => {
  const started = await town.call('POST', `/api/register/imports/${id}/run`, by);
  await town.work();
  return started;
};
const look = (id: string, query = '', by = 'east-reviewer') => town.get(`/api/register/imports/${id}${query}`, by);
const importAll = async (content: string | Uint8Array, name?: string): Promise<Answered> => {
  const { body } = await town.upload(content, name);
  await run(body.id);
  return look(body.id, '?rows=all&limit=200');
};
interface Row {
  line: number;
  state: string;
  caseId: string | null;
  problems: { column: string | null; code: string; message: string }[];
}
const actionsOf = (rows: readonly Row[]) =>
  rows.map(({ line: at, state, problems }) => [at, state, problems[0]?.code ?? null]);
/** Serial numbers for each test, so that its rows differ from those of others. */
let last = 100;
const next = (): number => (last += 1);

describe('the example of a register', () => {
  it('becomes a case for each line, with its number, and counts as the town counted', async () => {
    const { status, body } = await town.upload(await example(), '2023年台账.csv');
    expect(status).toBe(201);
    expect(body).toMatchObject({ state: 'draft', encoding: 'utf-8', headerLine: 1, fileName: '2023年台账.csv' });
    expect(body.counts).toEqual({ rows: 45, add: 45, skip: 0, refuse: 0, added: 0 });
    expect(await town.rows('review_case')).toBe(0);
    expect(await run(body.id)).toMatchObject({ status: 202, body: { state: 'running' } });
    const after = await look(body.id, '?rows=all&limit=200');
    expect(after.body.rows.items.filter(({ state }: Row) => state !== 'added')).toEqual([]);
    expect(after.body).toMatchObject({ state: 'done', progress: { done: 45, of: 45, added: 45, refused: 0 } });
    const counted = await town.database.ownerPool.query<{ category: string; n: number }>(
      `select category, count(distinct case_id)::int as n from fact where kind = 'concluded' and year = 2023 group by 1`,
    );
    expect(Object.fromEntries(counted.rows.map(({ category, n }) => [category, n]))).toEqual({
      'normative-document': 6,
      contract: 31,
      'enforcement-decision': 2,
    });
    // Numbers are those of the file, and no others were taken.
    const numbers = await town.database.ownerPool.query<{ code: string; n: number; last: number }>(
      'select code, count(*)::int as n, max(number) as last from document_number where year = 2023 group by 1',
    );
    expect(numbers.rows).toEqual([{ code: '合审', n: 39, last: 39 }]);
    expect(await town.rows('number_series', `code = '合审' and year = 2023 and last = 39`)).toBe(1);
    expect(await town.rows('outbox')).toBe(0);
  });

  it('becomes cases that have what each line says, in one history row, and nothing that nobody wrote', async () => {
    const { body } = await town.get('/api/register/imports');
    const { fileHash, fileName } = body.items[0];
    const found = await town.database.ownerPool.query<{ body: string; state: string; status: string }>(
      'select h.body, c.state, c.status from history h join review_case c on c.id = h.case_id',
    );
    expect(found.rows).toHaveLength(45);
    for (const row of found.rows) {
      expect(row).toMatchObject({ state: 'recorded', status: 'done' });
      const { type, actor, payload } = JSON.parse(row.body);
      expect([type, actor.name]).toEqual(['register.record', 'east-reviewer']);
      expect(payload).toMatchObject({
        file: { name: fileName, sha256: fileHash, sheet: null },
        line: expect.any(Number),
      });
    }
    const nothing = ['opinion', 'task', 'clock', 'timer', 'document', 'paper', 'outbox', 'case_access', 'notification'];
    for (const table of nothing) expect([table, await town.rows(table)]).toEqual([table, 0]);
    expect(await town.rows('person', `username like 'past-%'`)).toBe(0);
    const said = await town.database.ownerPool.query<{ kind: string; detail: unknown }>(
      `select kind, detail from fact f join review_case c on c.id = f.case_id
        where c.title = '镇政府食堂食材配送合同' order by on_date, kind`,
    );
    expect(said.rows).toEqual([
      { kind: 'accepted', detail: { round: 1 } },
      { kind: 'received', detail: { round: 1 } },
      // The register names no adviser: nothing is said about one.
      { kind: 'concluded', detail: { round: 1, conclusion: 'may-sign' } },
    ]);
  });

  it('opens as a case, with a banner, its line, and 未记载 for the rest', async () => {
    const entries = await town.get('/api/register/entries?q=村级便民超市');
    const [entry] = entries.body.items;
    expect(entry).toMatchObject({
      recorded: true,
      status: 'returned',
      endedOn: null,
      acceptedOn: null,
      adoption: null,
    });
    const { body } = await town.get(`/api/cases/${entry.id}`);
    expect(body).toMatchObject({ stage: '补录', events: [], tasks: [], opinions: [], clocks: [] });
    expect(body.recorded).toMatchObject({
      line: 14,
      by: { name: 'east-reviewer' },
      record: { receivedOn: '2023-03-14', acceptedOn: null, conclusion: null, number: null, status: '退回' },
      dates: { label: '补记签订日期、付款日期和合同期限', allowed: true },
      converted: null,
    });
    expect(body.recorded.said).toContainEqual({ heading: '备注', text: '不属于审查范围' });
    // It is found by search as any case.
    const found = await town.get(`/api/cases?q=${encodeURIComponent('村级便民超市')}`);
    expect(found.body.items.map(({ id }: { id: string }) => id)).toEqual([entry.id]);
  });

  it('is counted by the year of conclusion, and left out of rates, averages and on-time figures', async () => {
    const annual = await town.get('/api/reports/annual/2023');
    const contract = annual.body.categories.find(({ category }: { category: string }) => category === 'contract');
    expect(annual.body.counts).toMatchObject({ 'normative-document': 6, contract: 31, 'enforcement-decision': 2 });
    expect(contract).toMatchObject({
      concluded: 31,
      recorded: 31,
      adoption: { full: 0, partial: 0, none: 0, pending: 0 },
      adoptionRate: null,
      meanWorkingDays: null,
      overdue: 0,
      balanced: true,
    });
    const statistics = await town.get('/api/reports/statistics?year=2023');
    expect(statistics.body.total).toMatchObject({ onTimeRate: null, adoptionRate: null, recorded: { value: 39 } });
    expect(statistics.body.total.workingDays).toMatchObject({ review: { cases: 0 }, accepting: { cases: 0 } });
    expect((await town.get('/api/reports/annual/2022')).body.counts).toMatchObject({ contract: 1 });
  });

  it('adds nothing the second time, even under another name and with other line ends', async () => {
    const before = await town.rows('review_case');
    const again = await importAll((await example()).replaceAll('\n', '\r\n'), '又一次.csv');
    expect(again.body.counts).toEqual({ rows: 45, add: 0, skip: 45, refuse: 0, added: 0 });
    expect(new Set(again.body.rows.items.map(({ problems }: Row) => problems[0]?.code))).toEqual(
      new Set(['row.known']),
    );
    expect(await town.rows('review_case')).toBe(before);
  });

  it('continues the live series after the highest number of the file', async () => {
    await importAll(
      csv(
        line(700, {
          number: '合审〔2022〕700号',
          received: '2022-02-06',
          accepted: '2022-02-07',
          concluded: '2022-02-09',
        }),
      ),
    );
    const { rows } = await town.database.ownerPool.query(
      `select number from take_number('organisation', $1, '', $2, '合审', 2022, (select id from review_case limit 1), 'x', now())`,
      [town.people['east-reviewer']?.orgPath, town.people['east-reviewer']?.orgId],
    );
    expect(rows).toEqual([{ number: 701 }]);
  });
});

describe('a register in the layout of another town', () => {
  const other = (...rows: string[][]) =>
    [
      ['某某镇2023年度合同合法性审查台账'],
      ['填报单位：司法所', '', '', '', '', '填报日期：2024年1月5日'],
      ['序号', '合同（协议）名称', '合同\n类别', '承办\n单位', '审查情况', '', '', '意见书\n文号', '备注'],
      ['', '', '', '', '收到日期', '审结日期', '审查意见', '', ''],
      ...rows,
      ['合计', String(rows.length)],
    ] as const;
  const rows = (): string[][] => {
    const [one, two] = [next(), next()];
    return [
      [
        '１',
        `便民服务中心信息化运维合同${one}`,
        '合同',
        '党政办',
        '2023年3月6日',
        '２０２３．３．９',
        '可以签订',
        `合审[2023]第${one}号`,
        '',
      ],
      [
        '2',
        `学校周边道路改造工程施工合同${two}`,
        '重大合同',
        '党政办',
        '44991',
        '2023/3/10',
        '修改后签订',
        `合审（2023）${two}号`,
        '',
      ],
    ];
  };
  const quoted = (lines: readonly (readonly string[])[]): string =>
    lines.map((cells) => cells.map((cell) => `"${cell}"`).join(',')).join('\r\n');

  it('in GB18030, with titles above a heading of two lines, imports cleanly', async () => {
    const bytes = gb18030(quoted(other(...rows())));
    const { status, body } = await town.upload(bytes, '合同台账.csv');
    expect(status).toBe(201);
    expect(body).toMatchObject({ encoding: 'gb18030', counts: { rows: 3, add: 2, skip: 1, refuse: 0 } });
    expect(body.mapping.columns).toEqual({
      serial: 0,
      title: 1,
      category: 2,
      unit: 3,
      receivedOn: 4,
      concludedOn: 5,
      conclusion: 6,
      number: 7,
      note: 8,
    });
    await run(body.id);
    expect((await look(body.id, '?rows=added')).body.rows.items).toHaveLength(2);
    const [first] = (await look(body.id, '?rows=added')).body.rows.items;
    const facts = await town.database.ownerPool.query(
      `select kind, on_date::text as on from fact where case_id = $1 and kind in ('received', 'accepted', 'concluded') order by on_date, kind`,
      [first.caseId],
    );
    expect(facts.rows).toEqual([
      { kind: 'received', on: '2023-03-06' },
      { kind: 'concluded', on: '2023-03-09' },
    ]);
  });

  it('as xlsx with merged cells and real dates imports cleanly, and as csv with a byte order mark', async () => {
    const [one, two] = [next(), next()];
    const bytes = writeWorkbook({
      sheet: '台账',
      title: '2023年度审查台账',
      columns: ['编号', '名称', '类别', '送审日期', '出具日期', '审查意见', '文号'].map((heading) => ({
        heading,
        width: 12,
        kind: heading.endsWith('日期') ? 'date' : 'text',
      })),
      rows: [
        ['1', `村级便民超市合作协议${one}`, '重要合同', '2023-04-10', '2023-04-12', '可以签订', `合审〔2023〕${one}号`],
      ],
    });
    const { body } = await town.upload(bytes, '台账.xlsx');
    expect(body).toMatchObject({ format: 'xlsx', sheet: '台账', headerLine: 2, counts: { rows: 1, add: 1 } });
    const marked = await town.upload(`\ufeff${csv(line(two))}`);
    expect(marked.body).toMatchObject({ encoding: 'utf-8-bom', counts: { rows: 1, add: 1 } });
  });

  it('is read by the mapping that people set, and again for the same headings', async () => {
    const made = (): string => `甲,乙,丙,丁,戊\n${next()},${`某合同${next()}`},2023-05-04,2023-05-08,可以签订\n`;
    const { body } = await town.upload(made(), '看不懂.csv');
    expect(body).toMatchObject({ headerLine: null, counts: { rows: 2, add: 0 } });
    expect(await town.call('POST', `/api/register/imports/${body.id}/run`, 'east-reviewer')).toMatchObject({
      status: 422,
      body: { code: 'register.mapping-incomplete' },
    });
    const mapping = {
      headerLine: 1,
      columns: { title: 1, receivedOn: 2, concludedOn: 3, conclusion: 4 },
      defaults: { category: '重要合同' },
    };
    const mapped = await town.call('PUT', `/api/register/imports/${body.id}/mapping`, 'east-reviewer', mapping);
    expect(mapped).toMatchObject({ status: 200, body: { counts: { rows: 1, add: 1, refuse: 0 } } });
    for (const [columns, code] of [
      [{ title: 9 }, 'register.mapping-invalid'],
      [{ title: 1, note: 1 }, 'register.mapping-invalid'],
      [{ title: -1 }, 'request.invalid'],
      [{ nonsense: 1 }, 'request.invalid'],
    ] as const) {
      const refused = await town.call('PUT', `/api/register/imports/${body.id}/mapping`, 'east-reviewer', { columns });
      expect(refused).toMatchObject({ status: 422, body: { code } });
    }
    expect((await look(body.id)).body.counts).toMatchObject({ add: 1 });
    const known = await town.upload(`序号,审查名称,收件日期,审结日期,结论\n1,x,2023-05-04,2023-05-08,可以签订\n`);
    expect(known.body.mapping.remembered).toBe(false);
    await run(body.id);
    expect(await town.call('PUT', `/api/register/imports/${body.id}/mapping`, 'east-reviewer', mapping)).toMatchObject({
      status: 409,
      body: { code: 'register.import-started' },
    });
  });

  it('with headings that were mapped once is read in the same way, in its own town only', async () => {
    const text = `编号,事项名称,收件日期,办理日期,结论\n1,某合同${next()},2023-05-04,2023-05-08,可以签订\n`;
    const { body } = await town.upload(text);
    const columns = { ...body.mapping.columns, concludedOn: 3 };
    const mapping = { columns, defaults: { category: '合同', unit: '党政办' } };
    await town.call('PUT', `/api/register/imports/${body.id}/mapping`, 'east-reviewer', mapping);
    const again = await town.upload(text);
    expect(again.body.mapping).toEqual({ ...mapping, remembered: true });
    expect((await town.upload(text, 'x.csv', 'west-reviewer')).body.mapping.remembered).toBe(false);
  });
});

describe('an invalid row', () => {
  it('is refused with its line, its column and what to do, and the others are imported', async () => {
    const [a, b] = [next(), next()];
    const { body } = await town.upload(
      csv(
        line(a),
        line(next(), { concluded: '2023-02-01' }),
        line(next(), { received: '2023年2月30日' }),
        line(next(), { category: '招投标文件' }),
        line(next(), { title: '' }),
        line(next(), { number: `合审〔2023〕${a}号` }),
        line(next(), { number: '合审〔2023〕1号' }),
        line(next(), { number: '合审〔2021〕88号' }),
        line(next(), { number: '第八号' }),
        line(next(), { conclusion: '基本可以' }),
        line(next(), { concluded: '', number: '' }),
        line(next(), { concluded: '2029-01-01' }),
        line(next(), { concluded: '=TODAY()' }),
        line(a),
        headings,
        line(b),
        '合计,16',
      ),
    );
    const { rows } = (await look(body.id, '?rows=all')).body;
    expect(actionsOf(rows.items)).toEqual([
      [2, 'add', null],
      [3, 'refuse', 'row.date-order'],
      [4, 'refuse', 'row.date'],
      [5, 'refuse', 'row.category'],
      [6, 'refuse', 'row.missing'],
      [7, 'refuse', 'row.number-used'],
      [8, 'refuse', 'row.number-used'],
      [9, 'refuse', 'row.number-year'],
      [10, 'refuse', 'row.number'],
      [11, 'refuse', 'row.conclusion'],
      [12, 'refuse', 'row.missing'],
      [13, 'refuse', 'row.date-future'],
      [14, 'refuse', 'row.formula'],
      [15, 'skip', 'row.repeated'],
      [16, 'skip', 'row.not-a-case'],
      [17, 'add', null],
      [18, 'skip', 'row.not-a-case'],
    ]);
    expect(rows.items[2].problems).toEqual([
      { column: '收件日期', code: 'row.date', message: '“2023年2月30日”不是存在的日期，请写作 2023-02-08 的形式。' },
    ]);
    await run(body.id);
    const after = await look(body.id, '?limit=5');
    expect(after.body.progress).toEqual({ done: 17, of: 17, added: 2, refused: 12 });
    expect(after.body.rows.items).toHaveLength(5);
    const more = await look(body.id, `?limit=200&cursor=${after.body.rows.next}`);
    expect(more.body.rows.items.map((row: Row) => row.line)).toEqual([8, 9, 10, 11, 12, 13, 14]);
    expect(more.body.rows.next).toBeNull();
  });

  it('that its category would have refused is recorded as it is: no rule of today judges it', async () => {
    const title = `镇区临时占道经营管理规定${next()}`;
    const after = await importAll(
      csv(line(next(), { title, category: '规范性文件', adviser: '', conclusion: '' }), line(next())),
    );
    expect(actionsOf(after.body.rows.items)).toEqual([
      [2, 'added', null],
      [3, 'added', null],
    ]);
    const { body } = await town.get(`/api/cases/${after.body.rows.items[0].caseId}`);
    expect(body.recorded.record).toMatchObject({ adviser: null, conclusion: null, concludedOn: '2023-02-09' });
  });
});

describe('a run', () => {
  it('that was stopped continues where it stopped, with nothing twice', async () => {
    const lines = Array.from({ length: 12 }, () => line(next()));
    const { body } = await town.upload(csv(...lines));
    const before = await town.rows('review_case');
    await town.call('POST', `/api/register/imports/${body.id}/run`, 'east-reviewer');
    const stop = new AbortController();
    const working = town.work(stop.signal);
    while ((await town.rows('review_case')) < before + 3) await new Promise((done) => setImmediate(done));
    stop.abort();
    await working;
    const stopped = await look(body.id);
    expect(stopped.body.state).toBe('running');
    expect(stopped.body.counts.added).toBeGreaterThanOrEqual(3);
    await town.call('POST', `/api/register/imports/${body.id}/run`, 'east-reviewer');
    await Promise.all([town.work(), town.work()]);
    const after = await look(body.id, '?rows=all');
    expect(after.body).toMatchObject({ state: 'done', counts: { rows: 12, added: 12 } });
    expect(await town.rows('review_case')).toBe(before + 12);
    expect(new Set(after.body.rows.items.map(({ caseId }: Row) => caseId)).size).toBe(12);
  });

  it('whose connection breaks within a line leaves nothing of that line, and continues', async () => {
    const lines = Array.from({ length: 10 }, () => line(next()));
    const { body } = await town.upload(csv(...lines));
    const before = await town.rows('review_case');
    await town.call('POST', `/api/register/imports/${body.id}/run`, 'east-reviewer');
    const working = town.work().then(
      () => 'ended',
      () => 'died',
    );
    while ((await town.rows('review_case')) < before + 2) await new Promise((done) => setImmediate(done));
    await town.database.ownerPool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'lawgate_worker' and state <> 'idle'`,
    );
    expect(['ended', 'died']).toContain(await working);
    const cases = await town.rows('review_case');
    expect(await town.rows('register_import_line', `state = 'added' and import_id = '${body.id}'`)).toBe(
      cases - before,
    );
    await town.work();
    expect((await look(body.id)).body).toMatchObject({ state: 'done', counts: { rows: 10, added: 10 } });
    expect(await town.rows('review_case')).toBe(before + 10);
  });

  it('of two files with the same row adds it once', async () => {
    const shared = line(next());
    const made = await Promise.all(
      [csv(shared, line(next())), csv(line(next()), shared)].map((text) => town.upload(text)),
    );
    for (const { body } of made) await town.call('POST', `/api/register/imports/${body.id}/run`, 'east-reviewer');
    await town.work();
    const after = await Promise.all(made.map(({ body }) => look(body.id)));
    expect(after.map(({ body }) => [body.state, body.counts.added]).sort()).toEqual([
      ['done', 1],
      ['done', 2],
    ]);
  });
});

describe('access to imports', () => {
  it.each(['east-clerk', 'east-adviser', 'east-auditor'])('is refused for %s', async (by) => {
    const refused = { status: 403, body: { code: 'register.keeper-only' } };
    expect(await town.upload(csv(line(next())), 'x.csv', by)).toMatchObject(refused);
    expect(await town.get('/api/register/imports', by)).toMatchObject(refused);
  });

  it('is limited to the own organisation’s imports', async () => {
    const { body } = await town.upload(csv(line(next())));
    for (const call of [
      look(body.id, '', 'west-reviewer'),
      town.call('POST', `/api/register/imports/${body.id}/run`, 'west-reviewer'),
      town.call('PUT', `/api/register/imports/${body.id}/mapping`, 'west-reviewer', { columns: {} }),
      look('nonsense'),
    ]) {
      expect(await call).toMatchObject({ status: 404, body: { code: 'resource.not-found' } });
    }
    const otherTown = await town.get('/api/register/imports', 'west-reviewer');
    expect(
      otherTown.body.items.every(
        ({ createdBy }: { createdBy: { name: string } }) => createdBy.name === 'west-reviewer',
      ),
    ).toBe(true);
  });
});

describe('the export', () => {
  it('can be imported by another town unchanged', async () => {
    const response = await town.download('/api/register/export?year=2023');
    expect(response.headers.get('content-disposition')).toMatch(/^attachment; filename="register-2023.xlsx"/);
    const bytes = Buffer.from(await response.arrayBuffer());
    const { body } = await town.upload(bytes, '导出.xlsx', 'west-reviewer');
    expect(body).toMatchObject({ headerLine: 2, counts: { refuse: 0, skip: 0 } });
    expect(body.counts.add).toBeGreaterThan(45);
    await run(body.id, 'west-reviewer');
    const otherTown = await look(body.id, '?rows=refuse', 'west-reviewer');
    expect(otherTown.body.rows.items).toEqual([]);
    const again = await town.download('/api/register/export?year=2023', 'west-reviewer');
    const cells = async (file: Buffer) =>
      (await readWorkbook(file)).rows
        .slice(1)
        .map((row) => row.cells.slice(1).join('|'))
        .sort();
    expect(await cells(Buffer.from(await again.arrayBuffer()))).toEqual(await cells(bytes));
  });

  it('writes text that begins like a formula as text', async () => {
    const texts = ['=cmd|x', '+1', '-1', '@sum'];
    const { app } = town;
    expect(app).toBeDefined();
    const bytes = writeWorkbook({
      sheet: 'x',
      title: '=A1',
      columns: [
        { heading: '甲', width: 9, kind: 'text' },
        { heading: '乙', width: 9, kind: 'text' },
      ],
      rows: texts.map((text) => [text, text]),
    });
    const xml = await partXml(bytes, 'xl/worksheets/sheet1.xml');
    expect(xml).not.toContain('<f>');
    expect(xml).toMatch(/orientation="landscape"/);
    expect(xml).toMatch(/paperSize="9"/);
    expect((await readWorkbook(bytes)).rows.slice(2).map(({ cells }) => cells[0])).toEqual(texts);
  });

  it('prints across A4, as wide as the paper, with the heading on every page', async () => {
    const response = await town.download('/api/register/export?year=2023');
    const bytes = Buffer.from(await response.arrayBuffer());
    const sheet = await partXml(bytes, 'xl/worksheets/sheet1.xml');
    expect(sheet).toMatch(/<pageSetUpPr[^>]*fitToPage="1"/);
    expect(sheet).toMatch(/<pageSetup(?=[^>]*paperSize="9")(?=[^>]*orientation="landscape")(?=[^>]*fitToHeight="0")/);
    const names = await partXml(bytes, 'xl/workbook.xml');
    expect(names).toMatch(/<definedName name="_xlnm.Print_Titles"[^>]*>(?:'|&apos;)2023年台账(?:'|&apos;)!\$1:\$2</);
  });

  it('is refused for advisers, and requires a year', async () => {
    expect((await town.download('/api/register/export?year=2023', 'east-adviser')).status).toBe(403);
    for (const year of ['', 'x', '1', '2023.5', '99999']) {
      expect((await town.download(`/api/register/export?year=${year}`)).status).toBe(422);
    }
  });
});

afterEach(async () => {
  // A case exists exactly where a line says so.
  const made = await town.rows('review_case', 'recorded');
  expect(await town.rows('register_import_line', `state = 'added'`)).toBe(made);
});

/** Encodes GB18030 characters of two bytes, by decoding all of them first. */
function gb18030(text: string): Uint8Array {
  const decoder = new TextDecoder('gb18030');
  const codes = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) codes.set(decoder.decode(new Uint8Array([high, low])), [high, low]);
  }
  return new Uint8Array(
    [...text].flatMap((sign) => (sign < '\x80' ? [sign.charCodeAt(0)] : (codes.get(sign) ?? [0x3f]))),
  );
}

async function partXml(bytes: Buffer, part: string): Promise<string> {
  const { inflateRawSync } = await import('node:zlib');
  const name = Buffer.from(part);
  const entry = bytes.lastIndexOf(name) - 46;
  const [packed, at] = [bytes.readUInt32LE(entry + 20), bytes.readUInt32LE(entry + 42)];
  const from = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  return inflateRawSync(bytes.subarray(from, from + packed)).toString('utf8');
}
