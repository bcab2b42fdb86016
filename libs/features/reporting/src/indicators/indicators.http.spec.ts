/** The ledger over HTTP. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ContentStoreModule, openContentStore } from '@lawgate/files';
import { errand, openTown, people, type Town } from '@lawgate/cases/fixtures';
import { personHeader, serve, type Answered, type PersonName, type ServedApp } from '@lawgate/cases/http-fixtures';
import { newId } from '@lawgate/database';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import type { EntryView, IndicatorReport } from './indicator-views.ts';
import { IndicatorsHttpModule } from './index.ts';
import { defaultKinds } from './kinds.ts';

let folder: string;
let db: TestDatabase;
let town: Town;
let app: ServedApp;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { at: '2023-12-29T08:00:00Z' });
  folder = await mkdtemp(path.join(tmpdir(), 'lawgate-ledger-'));
  app = await serve([ContentStoreModule.forRoot(await openContentStore({ folder })), IndicatorsHttpModule], {
    databaseUrl: db.url,
    clock: town.clock,
    definitions: [errand()],
  });
}, 120_000);
afterAll(async () => {
  await app.close();
  await db.drop();
  await rm(folder, { recursive: true, force: true });
});

async function send(method: string, by: PersonName, path: string, body: unknown, key?: string): Promise<Answered> {
  const response = await fetch(`${app.url}/api/indicators/${path}`, {
    method,
    headers: {
      [personHeader]: by,
      'content-type': 'application/json',
      ...(key === undefined ? {} : { 'idempotency-key': key }),
    },
    body: JSON.stringify(body),
  });
  return { status: response.status, body: await response.json() };
}
const enter = (by: PersonName, body: unknown, key?: string): Promise<Answered> =>
  send('POST', by, 'entries', body, key);
const year = async (by: PersonName, query = 'year=2023'): Promise<IndicatorReport> =>
  (await app.get(by, `/api/indicators?${query}`)).body as IndicatorReport;
const figure = async (key: string, query?: string) =>
  (await year('zhao', query)).items.find((item) => item.key === key);
const entries = async (kind: string, query = ''): Promise<EntryView[]> =>
  (await app.get('zhao', `/api/indicators/${kind}/entries?year=2023${query}`)).body.items;
const rowsThere = async (): Promise<number> => (await db.ownerPool.query('select from indicator_entry')).rowCount ?? 0;

describe('an entry', () => {
  it('is made from one line or from separate fields', async () => {
    const line = await enter('zhao', { line: '3月8日 普法宣传活动 2 发放宣传单500份' });
    expect(line).toMatchObject({
      status: 201,
      body: {
        kind: 'publicity-event',
        label: '普法宣传活动',
        unit: '场',
        date: '2023-03-08',
        number: 2,
        note: '发放宣传单500份',
        enteredBy: { id: people.zhao.id },
        enteredAt: '2023-12-29T08:00:00.000Z',
        voided: null,
      },
    });
    const parts = { kind: 'publicity-event', date: '2023-12-04', number: 3, note: '宪法日' };
    expect(await enter('qian', parts)).toMatchObject({ status: 201, body: { number: 3 } });
    expect(await figure('publicity-event')).toMatchObject({ value: 5, quarters: [2, 0, 0, 3], entries: 2 });
  });

  it('is made by a keeper of the ledger, and read by the organisation and the county', async () => {
    for (const by of ['li', 'wu', 'admin', 'county'] as const) {
      expect((await enter(by, { line: '3月8日 培训 1' })).body.code).toBe('indicator.forbidden');
    }
    for (const by of ['wu', 'admin'] as const) {
      expect((await app.get(by, '/api/indicators?year=2023')).body.code).toBe('indicator.forbidden');
      expect((await app.get(by, '/api/indicators/training/entries?year=2023')).status).toBe(403);
    }
    const value = ({ items }: IndicatorReport) => items.find(({ key }) => key === 'publicity-event')?.value;
    expect(value(await year('county', 'year=2023&organisation=hill'))).toBe(5);
    expect(value(await year('feng'))).toBe(0);
    expect((await app.get('feng', '/api/indicators?year=2023&organisation=hill')).status).toBe(404);
  });

  it('is made once for the same key, and another request with that key is refused', async () => {
    const both = await Promise.all([1, 2].map(() => enter('zhao', { line: '5月12日 培训 2' }, 'click-1')));
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(both[0]?.body.id).toBe(both[1]?.body.id);
    expect((await enter('zhao', { line: '5月12日 培训 3' }, 'click-1')).body.code).toBe('idempotency.key-reused');
    expect((await enter('qian', { line: '5月12日 培训 1' }, 'click-1')).status).toBe(201);
    expect(await figure('training')).toMatchObject({ value: 3, entries: 2 });
  });

  it('that was wrong is voided with a reason and stays visible', async () => {
    const wrong = (await enter('zhao', { line: '6月1日 法律咨询 300' })).body as EntryView;
    const path = `entries/${wrong.id}/void`;
    expect((await send('POST', 'zhao', path, { reason: '' })).status).toBe(422);
    for (const by of ['li', 'admin', 'county'] as const) {
      expect((await send('POST', by, path, { reason: '多写一个零' })).status).toBe(403);
    }
    expect((await send('POST', 'chen', path, { reason: '多写一个零' })).status).toBe(404);
    for (const id of [newId(), 'x', '%00']) {
      expect((await send('POST', 'zhao', `entries/${id}/void`, { reason: '错' })).status).toBe(404);
    }
    const answers = await Promise.all([1, 2].map(() => send('POST', 'qian', path, { reason: '多写一个零' })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
    expect(answers.find(({ status }) => status === 409)?.body.code).toBe('indicator.already-void');
    await enter('zhao', { line: '6月1日 法律咨询 30' });
    expect(await figure('consultations')).toMatchObject({ value: 30, entries: 1 });
    expect(await entries('consultations')).toMatchObject([{ number: 30, voided: null }]);
    const all = await entries('consultations', '&voided=true');
    expect(all).toMatchObject([
      { number: 300, voided: { reason: '多写一个零', by: { id: people.qian.id } } },
      { number: 30 },
    ]);
    await expect(db.appPool.query('update indicator_entry set number = 1')).rejects.toThrow('permission denied');
    await expect(db.ownerPool.query('delete from indicator_void')).rejects.toMatchObject({ code: 'LG001' });
  });

  it.each([
    [{ line: '12月30日 培训 1' }, 201],
    [{ line: '2023-12-30 培训 1' }, 'indicator.date-future'],
    [{ line: '1999-12-30 培训 1' }, 'indicator.date-unknown'],
    [{ line: '3月8日 植树 1' }, 'indicator.kind-unknown'],
    [{ line: '3月8日 宣传 1' }, 'indicator.kind-ambiguous'],
    [{ line: '3月8日 培训 一' }, 'indicator.number-unknown'],
    [{ line: '3月8日 培训 999999999999' }, 'indicator.number-too-large'],
    [{ line: '3月8日 培训 1 =cmd|/c calc' }, 'request.invalid'],
    [{ line: '3月8日 培训 1 一\n二' }, 'request.invalid'],
    [{ line: '' }, 'request.invalid'],
    [{ line: '3月8日 培训 1', kind: 'training' }, 'request.invalid'],
    [{}, 'request.invalid'],
    [[], 'request.invalid'],
    [{ kind: 'trees', date: '2023-03-08', number: 1 }, 'indicator.kind-unknown'],
    [{ kind: 'training', date: '2023-02-30', number: 1 }, 'request.invalid'],
    [{ kind: 'training', date: '2023-03-08', number: 1.5 }, 'request.invalid'],
    [{ kind: 'training', date: '2023-03-08', number: -1 }, 'request.invalid'],
    [{ kind: 'training', date: '2023-03-08', number: 1e12 }, 'request.invalid'],
    [{ kind: 'training', date: '2023-03-08', number: '1' }, 'request.invalid'],
    [{ kind: 'training', date: '2023-03-08', number: 1, note: '＝1+1' }, 'request.invalid'],
    [{ kind: 'training', date: '2023-03-08', number: 1, note: '长'.repeat(501) }, 'request.invalid'],
  ])('%j answers %s', async (body, answer) => {
    const before = await rowsThere();
    const { status, body: said } = await enter('zhao', body);
    if (typeof answer === 'number') return expect(status).toBe(answer);
    expect({ status, code: said.code }).toEqual({ status: 422, code: answer });
    expect(await rowsThere()).toBe(before);
  });
});

describe('a figure', () => {
  it('of a year-end kind is the last entry of the year', async () => {
    for (const line of [
      '2023-06-30 社区矫正 19',
      '2023-12-28 社区矫正 17',
      '2023-09-28 社区矫正 20',
      '2022-12-30 社区矫正 5',
    ]) {
      await enter('zhao', { line });
    }
    expect(await figure('community-correction')).toMatchObject({ value: 17, quarters: [null, 19, 20, 17], entries: 3 });
    expect(await figure('community-correction', 'year=2022')).toMatchObject({ value: 5 });
    expect(await figure('resettlement')).toMatchObject({ value: null, entries: 0 });
  });

  it('opens exactly its entries, page by page', async () => {
    for (let day = 10; day < 17; day += 1) await enter('zhao', { line: `7月${day}日 接待来访 ${day}` });
    await enter('zhao', { line: '7月10日 接待来访 1' });
    const seen: EntryView[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: string = cursor === '' ? '' : `&cursor=${cursor}`;
      const { body }: Answered = await app.get('zhao', `/api/indicators/visitors/entries?year=2023&limit=3${page}`);
      seen.push(...body.items);
      cursor = body.next;
    }
    const visitors = await figure('visitors');
    expect(seen).toHaveLength(visitors?.entries ?? -1);
    expect(seen.reduce((sum, { number }) => sum + number, 0)).toBe(visitors?.value);
    expect(await entries('visitors', '&quarter=2')).toEqual([]);
    expect(await entries('visitors', '&quarter=3')).toHaveLength(8);
  });

  it('of the head’s attendance is a rate only where a head had to attend', async () => {
    expect((await year('zhao')).attendance).toEqual({ shouldAttend: 0, attended: 0, rate: null, note: '无应诉案件' });
    await enter('zhao', { line: '3月8日 行政诉讼 4' });
    expect((await year('zhao')).attendance).toMatchObject({ rate: null, note: '未登记负责人应出庭件数' });
    await enter('zhao', { line: '3月8日 负责人应出庭 0' });
    expect((await year('zhao')).attendance).toMatchObject({ rate: null, note: '没有负责人应出庭的案件' });
    await enter('zhao', { line: '3月8日 负责人应出庭 3' });
    await enter('zhao', { line: '3月8日 负责人出庭 2' });
    expect((await year('zhao')).attendance).toEqual({ shouldAttend: 3, attended: 2, rate: 0.6667, note: null });
    await enter('zhao', { line: '3月9日 负责人出庭 2' });
    expect((await year('zhao')).attendance).toMatchObject({ rate: null, note: expect.stringContaining('核对') });
  });

  it('lists the past quarters that require entries and have none', async () => {
    await enter('zhao', { line: '2月15日 学法 1' });
    expect(await figure('study-session')).toMatchObject({ quarters: [1, 0, 0, 0], missingQuarters: [2, 3] });
  });

  it.each(['', 'year=1999', 'year=x', 'year=2023&organisation='])('asked with “%s” is refused', async (query) => {
    expect((await app.get('zhao', `/api/indicators?${query}`)).status).toBe(422);
  });

  it.each([
    ['nothing/entries?year=2023', 404],
    ['training/entries', 422],
    ['training/entries?year=2023&limit=0', 422],
    ['training/entries?year=2023&cursor=abc', 422],
    ['training/entries?year=2023&quarter=5', 422],
  ])('%s answers %i', async (path, status) => {
    expect((await app.get('zhao', `/api/indicators/${path}`)).status).toBe(status);
  });
});

describe('kinds', () => {
  const trees = {
    label: '义务植树',
    unit: '棵',
    mode: 'sum',
    section: '其他',
    synonyms: ['植树'],
    expected: null,
    active: true,
  };

  it('can be changed by the administrator only, and only for their organisation', async () => {
    for (const by of ['zhao', 'qian', 'wu', 'county'] as const) {
      expect((await send('PUT', by, 'kinds/trees', trees)).body.code).toBe('indicator.kinds-forbidden');
    }
    const put = await send('PUT', 'admin', 'kinds/trees', trees);
    expect(put.body.items.at(-1)).toEqual({ key: 'trees', ...trees, builtIn: false });
    expect(put.body.items).toHaveLength(defaultKinds.length + 1);
    expect((await app.get('feng', '/api/indicators/kinds')).body.items).toHaveLength(defaultKinds.length);
    expect((await enter('zhao', { line: '3月12日 植树 20棵' })).status).toBe(201);
    expect((await enter('chen', { line: '3月12日 植树 20棵' })).body.code).toBe('indicator.kind-unknown');
  });

  it('keep their mode once there are entries, and are disabled instead', async () => {
    expect((await send('PUT', 'admin', 'kinds/trees', { ...trees, mode: 'standing' })).body.code).toBe(
      'indicator.kind-in-use',
    );
    expect((await send('PUT', 'admin', 'kinds/trees', { ...trees, unit: '亩' })).status).toBe(409);
    expect((await send('PUT', 'admin', 'kinds/trees', { ...trees, active: false })).status).toBe(200);
    expect((await enter('zhao', { line: '3月12日 植树 20棵' })).body.code).toBe('indicator.kind-unknown');
    expect(await figure('trees')).toMatchObject({ value: 20 });
    expect(await figure('trees', 'year=2022')).toBeUndefined();
  });

  it.each([
    ['kinds/Trees', trees, 'request.invalid'],
    ['kinds/other', { ...trees, label: '法治培训' }, 'indicator.name-taken'],
    ['kinds/other', { ...trees, label: '=1+1' }, 'request.invalid'],
    ['kinds/other', { ...trees, label: '' }, 'request.invalid'],
    ['kinds/other', { ...trees, synonyms: [''] }, 'request.invalid'],
    ['kinds/other', { ...trees, mode: 'mean' }, 'request.invalid'],
    ['kinds/other', { label: '植树' }, 'request.invalid'],
  ])('%s with %j is refused: %s', async (path, body, code) => {
    expect((await send('PUT', 'admin', path, body)).body.code).toBe(code);
  });
});

describe('an attachment', () => {
  const attach = async (by: PersonName, id: string, content: string, name = '签到表.pdf'): Promise<Answered> => {
    const form = new FormData();
    form.set('file', new File([content], name));
    const response = await fetch(`${app.url}/api/indicators/entries/${id}/attachments`, {
      method: 'POST',
      headers: { [personHeader]: by },
      body: form,
    });
    return { status: response.status, body: await response.json() };
  };

  it('stays with its entry, once for the same bytes, and is downloaded unchanged by those who may see the ledger', async () => {
    const entry = (await enter('zhao', { line: '9月1日 培训 1' })).body as EntryView;
    expect(entry.attachments).toEqual([]);
    const [first, again] = [await attach('zhao', entry.id, '到场12人'), await attach('qian', entry.id, '到场12人')];
    expect(first).toMatchObject({
      status: 201,
      body: { name: '签到表.pdf', size: 11, attachedBy: { id: people.zhao.id } },
    });
    expect(again.body.id).toBe(first.body.id);
    const listed = (await entries('training')).find(({ id }) => id === entry.id);
    expect(listed?.attachments).toEqual([first.body]);
    const where = `${app.url}/api/indicators/entries/${entry.id}/attachments/${first.body.id}`;
    for (const [by, status] of [
      ['li', 200],
      ['county', 200],
      ['feng', 404],
      ['wu', 403],
      ['admin', 403],
    ] as const) {
      const response = await fetch(where, { headers: { [personHeader]: by } });
      expect([by, response.status]).toEqual([by, status]);
      const text = await response.text();
      if (status !== 200) continue;
      expect(text).toBe('到场12人');
      expect(response.headers.get('content-disposition')).toMatch(/^attachment;/);
      expect(response.headers.get('content-type')).toBe('application/octet-stream');
    }
    await expect(db.ownerPool.query('delete from indicator_attachment')).rejects.toMatchObject({ code: 'LG001' });
  });

  it('is refused without a file, from people who do not keep the ledger, and for an unknown entry', async () => {
    const entry = (await enter('zhao', { line: '9月2日 培训 1' })).body as EntryView;
    for (const by of ['li', 'wu', 'county', 'admin'] as const)
      expect((await attach(by, entry.id, 'x')).status).toBe(403);
    for (const [by, id] of [
      ['chen', entry.id],
      ['zhao', newId()],
      ['zhao', 'x'],
    ] as const) {
      expect((await attach(by, id, 'x')).status).toBe(404);
    }
    expect((await attach('zhao', entry.id, '')).body.code).toBe('document.empty');
    expect((await send('POST', 'zhao', `entries/${entry.id}/attachments`, {})).status).toBe(415);
    expect((await entries('training')).find(({ id }) => id === entry.id)?.attachments).toEqual([]);
  });
});
