/** Calendar administration over HTTP: a new year's table, local overrides, and the effects on clocks. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CaseView, Problem } from '@lawgate/contracts';
import { verifyChain, type ChainLink } from '@lawgate/cases';
import { Client } from './client.ts';
import { asOwner, until } from './owner.ts';
import { Server } from './server.ts';
import { handInMaterials, type DefinitionView } from './walker.ts';

/** Not published yet; the days are plausible, and the text has the form of earlier notices. */
const notice2027 = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕前一日、周五）至11日（周四）放假调休，共7天。1月30日（周六）、2月13日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
节假日期间，各地区、各部门要妥善安排好值班和安全、保卫等工作。`;
const importOf = (text: string, more: object = {}) => ({
  format: 'notice',
  text,
  documentNumber: '国办发明电〔2026〕9号',
  ...more,
});

interface Preview {
  year: number | null;
  days: { date: string; kind: string }[];
  problems: { code: string; phrase?: string }[];
  diff: { added: unknown[]; removed: unknown[]; changed: unknown[] };
  present: boolean;
  affected: number;
}
interface Changed {
  year: number;
  unchanged: boolean;
  count: number;
  recomputed: { caseId: string; clock: string; from: string | null; to: string | null }[];
}
interface Changes {
  items: { kind: string; documentNumber: string; settled: boolean; date: string | null; by: { name: string } }[];
}

let server: Server;
let clerk: Client;
let intake: Client;
let admin: Client;
let caseId: string;

async function logIn(): Promise<void> {
  clerk = await Client.login(server.base, 'clerk');
  intake = await Client.login(server.base, 'intake');
  admin = await Client.login(server.base, 'admin');
}

beforeAll(async () => {
  server = await Server.start({ env: { LAWGATE_CLOCK: 'simulated' } });
  await logIn();
}, 240_000);

afterAll(() => server.remove(), 30_000);

async function setClock(at: string): Promise<void> {
  const response = await fetch(`${server.base}/api/test/clock`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ at }),
  });
  expect(response.status).toBe(200);
}

async function acceptedContract(day: string): Promise<string> {
  await setClock(`${day}T09:00:00+08:00`);
  const definition = (await clerk.get<DefinitionView>('/api/definitions/contract')).body;
  const created = await clerk.post<CaseView>('/api/cases', { category: 'contract', title: `${day}的合同` });
  await handInMaterials(clerk, created.body.id, definition);
  expect((await clerk.send(created.body.id, 'submit', { vouched: true })).status).toBe(200);
  expect((await intake.send(created.body.id, 'accept', {})).status).toBe(200);
  return created.body.id;
}

const reviewOf = (view: CaseView) => view.clocks.find(({ key }) => key === 'review');
const recountsOf = (view: CaseView) => view.history.filter(({ type }) => type === 'calendar.recomputed');

/** The case, once its history has this many rows about the calendar. */
function afterRecounts(id: string, count: number): Promise<CaseView> {
  return until(`${count} recounts of ${id}`, async () => {
    const view = await clerk.view(id);
    return recountsOf(view).length >= count ? view : null;
  });
}

async function untilSettled(): Promise<void> {
  await until('all changes to be settled', async () => {
    const { items } = (await admin.get<Changes>('/api/calendar/changes')).body;
    return items.every(({ settled }) => settled) ? true : null;
  });
}

async function expectSoundChain(id: string): Promise<void> {
  await asOwner(server.dataDir, async (pool) => {
    const rows = await pool.query<ChainLink>(
      'select seq, body, prev_hash as "prevHash", hash from history where case_id = $1 order by seq',
      [id],
    );
    const last = await pool.query<{ hash: string }>('select last_hash as hash from review_case where id = $1', [id]);
    expect(verifyChain(rows.rows, last.rows[0]?.hash ?? '')).toEqual({ intact: true });
  });
}

async function reminderTimes(id: string): Promise<Record<string, string>> {
  return asOwner(server.dataDir, async (pool) => {
    const found = await pool.query<{ stage: string; at: Date }>(
      `select t.stage, t.fire_at as at from timer t join task k on k.id::text = t.subject
        where t.case_id = $1 and t.kind = 'reminder' and t.status in ('pending', 'enqueued') and k.status = 'open'`,
      [id],
    );
    return Object.fromEntries(found.rows.map(({ stage, at }) => [stage, at.toISOString()]));
  });
}

describe('people without the right', () => {
  it.each(['clerk', 'director', 'county', 'auditor', 'security'])('%s changes nothing', async (username) => {
    const person = await Client.login(server.base, username);
    const answers = [
      await person.post<Problem>('/api/calendar/imports', importOf(notice2027)),
      await person.post<Problem>('/api/calendar/imports/preview', { format: 'notice', text: notice2027 }),
      await person.put<Problem>('/api/calendar/overrides/2026-03-02', { kind: 'off', documentNumber: '镇政发1号' }),
      await person.delete<Problem>('/api/calendar/overrides/2026-03-02'),
    ];
    for (const { status, body } of answers) {
      expect({ status, code: body.code }).toEqual({ status: 403, code: 'calendar.administrator-only' });
    }
  });

  it('may read the days', async () => {
    const { status, body } = await clerk.get<{ days: unknown[]; provisional: boolean }>('/api/calendar/days?year=2026');
    expect(status).toBe(200);
    expect(body).toMatchObject({ year: 2026, provisional: false, overrides: [] });
    expect(body.days).toContainEqual({ date: '2026-09-20', kind: 'work', name: '国庆节' });
    expect((await clerk.get<{ provisional: boolean }>('/api/calendar/days?year=2027')).body.provisional).toBe(true);
  });
});

describe('a refused import', () => {
  const day = (date: string, isOffDay: boolean) => ({ name: '元旦', date, isOffDay });
  const json = (...days: object[]) => ({
    format: 'json',
    text: JSON.stringify({ year: 2027, days }),
    documentNumber: '1号',
  });

  it.each([
    ['calendar.day-twice', json(day('2027-01-02', true), day('2027-01-02', false))],
    ['calendar.work-on-weekday', json(day('2027-01-01', true), day('2027-01-05', false))],
    ['calendar.table-empty', json()],
    ['calendar.day-invalid', json(day('2027-02-29', true))],
    ['calendar.text-unreadable', { format: 'json', text: '<html>', documentNumber: '1号' }],
    ['calendar.notice-phrase', importOf('关于2027年部分节假日安排的通知。一、元旦：1月1日起放假。')],
    ['calendar.count-mismatch', importOf('关于2027年部分节假日安排的通知。一、元旦：1月1日至3日放假，共4天。')],
    ['calendar.year-unclear', importOf('一、元旦：1月1日放假。')],
    ['calendar.year-mismatch', importOf(notice2027, { year: 2028 })],
    ['calendar.year-present', importOf('关于2026年部分节假日安排的通知。一、元旦：1月1日放假。')],
    ['request.invalid', { format: 'xml', text: 'x', documentNumber: '1号' }],
    ['request.invalid', { format: 'notice', text: notice2027 }],
    ['request.invalid', importOf(notice2027, { documentNumber: ' ' })],
    ['text.unstorable', importOf(notice2027, { documentNumber: 'a\0b' })],
    ['request.invalid', importOf('一'.repeat(300_001))],
    ['request.invalid', importOf(notice2027, { year: 20270 })],
  ])('%s', async (code, body) => {
    const before = (await admin.get<Changes>('/api/calendar/changes')).body.items.length;
    const answer = await admin.post<Problem>('/api/calendar/imports', body);
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code });
    expect((await admin.get<{ years: number[] }>('/api/calendar/years')).body.years).not.toContain(2027);
    expect((await admin.get<Changes>('/api/calendar/changes')).body.items).toHaveLength(before);
  });

  it('names the phrase that cannot be parsed, also in the preview', async () => {
    const text = '关于2027年部分节假日安排的通知。一、元旦：1月1日起放假。';
    const { status, body } = await admin.post<Preview>('/api/calendar/imports/preview', { format: 'notice', text });
    expect(status).toBe(200);
    expect(body.problems).toMatchObject([{ code: 'calendar.notice-phrase', phrase: '1月1日起放假' }]);
  });

  it.each(['2026-02-30', 'yesterday', '1999-01-01'])('an override of %s', async (date) => {
    const answer = await admin.put<Problem>(`/api/calendar/overrides/${date}`, { kind: 'off', documentNumber: '1号' });
    expect({ status: answer.status, code: answer.body.code }).toEqual({ status: 422, code: 'request.invalid' });
  });
});

describe('a contract received on 2026-12-28', () => {
  it('is provisional until the table of 2027 is imported', async () => {
    caseId = await acceptedContract('2026-12-28');
    expect(reviewOf(await clerk.view(caseId))).toMatchObject({ provisional: true, dueOn: '2027-01-04' });
  });

  it('is counted in the preview, which changes nothing', async () => {
    const { body } = await admin.post<Preview>('/api/calendar/imports/preview', { format: 'notice', text: notice2027 });
    expect(body).toMatchObject({ year: 2027, problems: [], present: false, diff: { removed: [], changed: [] } });
    expect(body.diff.added).toHaveLength(body.days.length);
    expect(body.affected).toBeGreaterThanOrEqual(1);
    expect(reviewOf(await clerk.view(caseId))).toMatchObject({ provisional: true });
  });

  it('has its exact date after two concurrent imports, of which one is accepted', async () => {
    const before = await clerk.view(caseId);
    const answers = await Promise.all([
      admin.post<Changed & Problem>('/api/calendar/imports', importOf(notice2027)),
      admin.post<Changed & Problem>('/api/calendar/imports', importOf(notice2027)),
    ]);
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 422]);
    const done = answers.find(({ status }) => status === 201)?.body;
    expect(answers.find(({ status }) => status === 422)?.body.code).toBe('calendar.year-present');
    expect(done).toMatchObject({ year: 2027, unchanged: false });
    expect(done?.recomputed).toContainEqual({ caseId, clock: 'review', from: '2027-01-04', to: '2027-01-05' });
    expect(done?.count).toBe(done?.recomputed.length);

    const after = await afterRecounts(caseId, 1);
    // 12-29, 12-30, 12-31, then after the holidays 01-04 and 01-05.
    expect(reviewOf(after)).toMatchObject({
      provisional: false,
      dueOn: '2027-01-05',
      counted: ['2026-12-29', '2026-12-30', '2026-12-31', '2027-01-04', '2027-01-05'],
    });
    expect(after.version).toBe(before.version + 1);
    expect(after.state).toBe(before.state);
    expect(recountsOf(after)).toMatchObject([
      {
        actor: null,
        label: '节假日安排变动，期限重新计算',
        payload: { year: 2027, documentNumber: '国办发明电〔2026〕9号' },
      },
    ]);
    const payload = recountsOf(after)[0]?.payload as { clocks: unknown[] };
    expect(payload.clocks).toContainEqual({ key: 'review', from: '2027-01-04', to: '2027-01-05' });
    await expectSoundChain(caseId);
  });

  it('has its tasks and reminders moved with it', async () => {
    const { tasks } = await clerk.view(caseId);
    const task = tasks.find(({ dueOn }) => dueOn !== null);
    expect(task).toMatchObject({ dueOn: '2027-01-05', provisional: false });
    expect(await reminderTimes(caseId)).toMatchObject({
      'T-1': '2027-01-04T00:30:00.000Z',
      T: '2027-01-05T00:30:00.000Z',
      overdue: '2027-01-06T00:30:00.000Z',
    });
  });

  it('does not change when the same table is imported again', async () => {
    const { version } = await clerk.view(caseId);
    const again = await admin.post<Changed>('/api/calendar/imports', importOf(notice2027, { replace: true }));
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({ year: 2027, unchanged: true, count: 0, recomputed: [] });
    await untilSettled();
    expect((await clerk.view(caseId)).version).toBe(version);
  }, 60_000);

  it('moves with a local day off, and back when it is removed', async () => {
    const path = '/api/calendar/overrides/2027-01-04';
    const off = await admin.put<Changed>(path, { kind: 'off', documentNumber: '柳政发〔2026〕88号' });
    expect(off.status).toBe(200);
    expect(off.body.recomputed).toContainEqual({ caseId, clock: 'review', from: '2027-01-05', to: '2027-01-06' });
    const moved = await afterRecounts(caseId, 2);
    expect(reviewOf(moved)).toMatchObject({ dueOn: '2027-01-06' });
    expect(recountsOf(moved).at(-1)?.payload).toMatchObject({ year: 2027, documentNumber: '柳政发〔2026〕88号' });
    const due = await clerk.get<{ due: string }>('/api/calendar/due?from=2026-12-28&days=5&unit=workday');
    expect(due.body.due).toBe('2027-01-06');
    expect((await clerk.get('/api/calendar/days?year=2027')).body).toMatchObject({
      overrides: [{ date: '2027-01-04', kind: 'off', documentNumber: '柳政发〔2026〕88号' }],
    });
    const same = await admin.put<Changed>(path, { kind: 'off', documentNumber: '柳政发〔2026〕88号' });
    expect(same.body).toMatchObject({ unchanged: true });

    expect((await admin.delete<Changed>(path)).body.recomputed).toContainEqual({
      caseId,
      clock: 'review',
      from: '2027-01-06',
      to: '2027-01-05',
    });
    expect(reviewOf(await afterRecounts(caseId, 3))).toMatchObject({ dueOn: '2027-01-05' });
    expect((await admin.delete<Problem>(path)).body.code).toBe('calendar.override-missing');
    const { items } = (await admin.get<Changes>('/api/calendar/changes')).body;
    expect(items.map(({ kind, date }) => [kind, date])).toEqual([
      ['override-removed', '2027-01-04'],
      ['override', '2027-01-04'],
      ['import', null],
    ]);
    expect(items[0]?.by.name).toBe('郑管理');
  });
});

describe('a process that dies between two cases', () => {
  it('leaves the rest to the next one, and no case is moved twice', async () => {
    const other = await acceptedContract('2026-12-28');
    await untilSettled();
    await server.stop();
    server = await server.restart({
      LAWGATE_CLOCK: 'simulated',
      // An override changes no case itself, so the first written commit is that of the first recounted case.
      LAWGATE_CRASH_AT: 'commit.after-write',
    });
    await logIn();
    const override = { kind: 'off', documentNumber: '柳政发〔2026〕90号' };
    // The process may die before it answers; what it wrote is stored.
    await admin.put('/api/calendar/overrides/2027-01-05', override).catch(() => null);
    await server.ended();
    server = await server.restart({ LAWGATE_CLOCK: 'simulated', LAWGATE_RESCUE_AFTER_MS: '1000' });
    await logIn();
    await untilSettled();
    for (const [id, count] of [
      [caseId, 4],
      [other, 1],
    ] as const) {
      const view = await clerk.view(id);
      expect(reviewOf(view)).toMatchObject({ dueOn: '2027-01-06', provisional: false });
      expect(recountsOf(view)).toHaveLength(count);
      await expectSoundChain(id);
    }
  }, 120_000);
});

describe('a clock of a past year', () => {
  it('never moves, whatever is corrected in its table', async () => {
    const old = await acceptedContract('2025-03-03');
    const { version, clocks } = await clerk.view(old);
    await setClock('2027-02-01T10:00:00+08:00');
    const override = { kind: 'off', documentNumber: '柳政发〔2027〕1号' };
    const answer = await admin.put<Changed>('/api/calendar/overrides/2025-03-05', override);
    expect(answer.status).toBe(200);
    expect(answer.body.recomputed.map((moved) => moved.caseId)).not.toContain(old);
    await untilSettled();
    const after = await clerk.view(old);
    expect(after.version).toBe(version);
    expect(reviewOf(after)?.dueOn).toBe(clocks.find(({ key }) => key === 'review')?.dueOn);
  }, 60_000);
});
