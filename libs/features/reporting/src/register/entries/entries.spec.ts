/**
 * The grid over HTTP: its rows are those of the export, every filter narrows, and pages follow each other without gaps.
 */
import { readFile } from 'node:fs/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { Database } from '@lawgate/database';
import { openImportTown, type Answered, type ImportTown } from '../import/import-town.fixtures.ts';
import { entryPage } from './entry-page.ts';
import type { RegisterEntry } from './entry-views.ts';

let town: ImportTown;
beforeAll(async () => {
  town = await openImportTown();
  const file = await readFile(new URL('../../../../../../apps/server/data/register-2023.csv', import.meta.url), 'utf8');
  const { body } = await town.upload(file);
  await town.call('POST', `/api/register/imports/${body.id}/run`, 'east-reviewer');
  await town.work();
}, 120_000);
afterAll(() => town?.close());

const page = (query = '', by = 'east-reviewer'): Promise<Answered> => town.get(`/api/register/entries?${query}`, by);
async function all(query = '', by = 'east-reviewer', limit = 7): Promise<RegisterEntry[]> {
  const rows: RegisterEntry[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const answer: Answered = await page(`limit=${limit}&${query}${cursor === '' ? '' : `&cursor=${cursor}`}`, by);
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    rows.push(...answer.body.items);
    cursor = answer.body.next;
  }
  return rows;
}

describe('the grid', () => {
  it('has a row for each case of the register, with the register’s data', async () => {
    const rows = await all();
    expect(rows).toHaveLength(45);
    expect((await page('limit=1')).body.total).toEqual({ count: 45, exact: true });
    // A letter at the end of the previous year is in the file as well.
    const ofYear = rows.filter(({ endedOn }) => endedOn?.startsWith('2023'));
    const kinds = ofYear.map(({ status, category }) => `${category} ${status}`);
    expect(kinds.filter((kind) => kind === 'contract concluded')).toHaveLength(31);
    expect(kinds.filter((kind) => kind === 'normative-document concluded')).toHaveLength(6);
    const [row] = await all('number=合审〔2023〕1号&sort=receivedOn');
    expect(row).toMatchObject({
      number: '合审〔2023〕1号',
      status: 'concluded',
      statusLabel: '审结',
      conclusionLabel: expect.any(String),
      organisation: { code: 'east', name: '东镇' },
      reviewers: [expect.any(String)],
      recorded: true,
      workingDays: null,
    });
  });

  it('has pages without gaps or repeated rows, in every sort order', async () => {
    for (const key of ['receivedOn', 'acceptedOn', 'concludedOn', 'filedOn'] as const) {
      for (const sort of [key, `-${key}`]) {
        const rows = await all(`sort=${sort}`);
        expect(new Set(rows.map(({ id }) => id)).size).toBe(45);
        const dates = rows.map((row) => row[key]).filter((date) => date !== null);
        // Rows without the date are last.
        expect(rows.slice(0, dates.length).every((row) => row[key] !== null)).toBe(true);
        const sorted = [...dates].sort();
        expect(dates).toEqual(sort === key ? sorted : sorted.reverse());
      }
    }
  });

  it('finds Chinese text of any length, with or without the index, and treats wildcards as text', async () => {
    const rows = await all();
    const title = rows.find(({ category }) => category === 'contract')?.title ?? '';
    for (const length of [1, 2, 3, 6]) {
      const q = title.slice(0, length);
      const found = await all(`q=${encodeURIComponent(q)}`);
      const containing = rows.filter((row) => JSON.stringify(row).includes(q));
      expect(found.length).toBeGreaterThan(0);
      expect(found.length).toBeLessThanOrEqual(containing.length);
      expect(found.map(({ id }) => id)).toContain(rows.find((row) => row.title === title)?.id);
    }
    for (const q of ['%25', '%25%25%25', '___', '\\', '没有这样的事项']) expect(await all(`q=${q}`)).toEqual([]);
  });

  it('narrows by each filter to exactly the matching rows', async () => {
    const rows = await all();
    const some = rows.find(({ advisers, status }) => advisers.length > 0 && status === 'concluded') as RegisterEntry;
    const cases: [string, (row: RegisterEntry) => boolean][] = [
      ['category=contract', (row) => row.category === 'contract'],
      [`reviewer=${some.reviewers[0]}`, (row) => row.reviewers.includes(some.reviewers[0] ?? '')],
      [`adviser=${some.advisers[0]}`, (row) => row.advisers.includes(some.advisers[0] ?? '')],
      [`unit=${some.unit}`, (row) => row.unit === some.unit],
      [`conclusion=${some.conclusion}`, (row) => row.conclusion === some.conclusion],
      ['status=open', (row) => row.status === 'open'],
      ['status=withdrawn', (row) => row.status === 'withdrawn'],
      ['adoption=pending', (row) => row.adoption === 'pending'],
      ['overdue=true', (row) => row.overdue],
      ['urgent=false', (row) => !row.urgent],
      [
        'receivedFrom=2023-03-01&receivedTo=2023-06-30',
        (row) => row.receivedOn !== null && row.receivedOn >= '2023-03-01' && row.receivedOn <= '2023-06-30',
      ],
      ['concludedTo=2023-05-31', (row) => row.concludedOn !== null && row.concludedOn <= '2023-05-31'],
      ['filedFrom=2023-01-01', (row) => row.filedOn !== null],
      [
        'status=concluded&endedFrom=2023-01-01&endedTo=2023-12-31',
        (row) => row.status === 'concluded' && row.endedOn !== null && row.endedOn.startsWith('2023'),
      ],
      ['category=contract&status=concluded', (row) => row.category === 'contract' && row.status === 'concluded'],
    ];
    for (const [query, fits] of cases) {
      const found = await all(query);
      expect({ query, ids: found.map(({ id }) => id) }).toEqual({ query, ids: rows.filter(fits).map(({ id }) => id) });
    }
  });

  it('shows a town its own rows, the county both, and an adviser or administrator none', async () => {
    expect(await all('', 'west-reviewer')).toEqual([]);
    expect(await all('', 'county', 200)).toHaveLength(45);
    expect(await all('organisation=east', 'county', 200)).toHaveLength(45);
    expect(await all('organisation=west', 'county')).toEqual([]);
    expect((await page('organisation=east', 'west-reviewer')).status).toBe(404);
    for (const by of ['east-adviser', 'east-auditor']) {
      expect((await page('', by)).body.code).toBe('register.entries-forbidden');
    }
  });

  it.each([
    'sort=title',
    'limit=0',
    'limit=201',
    'status=x',
    'cursor=abc',
    'receivedFrom=2023-02-30',
    'overdue=1',
    'q=',
  ])('refuses %s', async (query) => expect((await page(query)).status).toBe(422));

  it('is read by index under row-level security, in order and by search', async () => {
    const viewer = { ...(town.people['east-reviewer'] as NonNullable<(typeof town.people)[string]>) };
    await new Database(town.database.appPool, 'lawgate_app').as(viewer, async (tx) => {
      const { client } = tx;
      const page = entryPage(tx, [viewer.orgPath], {}, { contained: null, found: null }, '-receivedOn', null, 51);
      const { sql, parameters } = page.compile();
      await client.query('set local enable_seqscan = off; set local enable_sort = off');
      const { rows } = await client.query<{ 'QUERY PLAN': string }>(`explain ${sql}`, [...parameters]);
      const plan = rows.map((line) => line['QUERY PLAN']).join('\n');
      expect(plan).toMatch(/Index Scan( Backward)? using register_entry_list/);
    });
    const plan = await town.database.ownerPool.query<{ 'QUERY PLAN': string }>(
      `set enable_seqscan = off; explain select case_id from register_entry where search ilike '%灌溉机%'`,
    );
    const lines = (plan as unknown as { rows: { 'QUERY PLAN': string }[] }[]).at(-1)?.rows ?? [];
    expect(lines.map((line) => line['QUERY PLAN']).join('\n')).toContain('register_entry_search');
    const { rows } = await town.database.ownerPool.query<{ grams: string[] }>(`select show_trgm('灌溉机井') as grams`);
    expect(rows[0]?.grams.length).toBeGreaterThan(2);
  });
});

describe('a saved view', () => {
  const view = {
    name: '在办合同',
    shared: false,
    columns: ['title', 'receivedOn', 'status'],
    filters: { category: 'contract', status: 'open' },
    sort: 'receivedOn',
  };
  const views = async (by: string): Promise<{ id: string; name: string; own: boolean }[]> =>
    (await town.get('/api/register/views', by)).body.items;

  it('is private or shared on request, and can be changed only by its creator', async () => {
    const made = await town.call('POST', '/api/register/views', 'east-reviewer', view);
    expect(made).toMatchObject({ status: 201, body: { ...view, own: true, owner: { name: 'east-reviewer' } } });
    const path = `/api/register/views/${made.body.id}`;
    expect(await views('east-clerk')).toEqual([]);
    expect((await town.call('POST', '/api/register/views', 'east-reviewer', view)).body.code).toBe(
      'register.view-name-taken',
    );
    expect((await town.call('PUT', path, 'east-clerk', view)).status).toBe(404);

    const shared = await town.call('PUT', path, 'east-reviewer', { ...view, shared: true, name: '合同' });
    expect(shared).toMatchObject({ status: 200, body: { shared: true, name: '合同' } });
    expect(await views('east-clerk')).toMatchObject([{ name: '合同', own: false }]);
    for (const by of ['west-reviewer', 'county']) expect(await views(by)).toEqual([]);
    expect((await town.call('PUT', path, 'east-clerk', view)).status).toBe(404);
    for (const by of ['east-clerk', 'west-reviewer']) {
      const gone = await fetch(town.url + path, { method: 'DELETE', headers: { cookie: await town.cookieOf(by) } });
      expect(gone.status).toBe(404);
    }
    const cookie = await town.cookieOf('east-reviewer');
    expect((await fetch(town.url + path, { method: 'DELETE', headers: { cookie } })).status).toBe(204);
    expect(await views('east-reviewer')).toEqual([]);
    expect((await town.get('/api/register/views')).body.columns[0]).toEqual({ key: 'serial', label: '序号' });
  });

  it.each<[string, object]>([
    ['without columns', { columns: [] }],
    ['with a column twice', { columns: ['title', 'title'] }],
    ['with a column that is none', { columns: ['password'] }],
    ['with a filter that is none', { filters: { x: '1' } }],
    ['with a name of two lines', { name: 'a\nb' }],
    ['without a name', { name: ' ' }],
  ])('%s is refused', async (_, change) => {
    expect((await town.call('POST', '/api/register/views', 'east-reviewer', { ...view, ...change })).status).toBe(422);
  });

  it('is not available to advisers and administrators', async () => {
    for (const by of ['east-adviser', 'east-auditor']) {
      expect((await town.call('POST', '/api/register/views', by, view)).status).toBe(403);
    }
  });
});
