/**
 * Clocks that belong to no task, on a real database: reminded, settled, lapsed, moved, warned about; each once,
 * whatever is delivered twice.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { buildCalendar, officialDays, officialYears, viewClock } from '@lawgate/calendar';
import { checkDefinition } from '@lawgate/engine';
import {
  CalendarRecount,
  Deliverer,
  RuleSetStore,
  systemPrincipal,
  verifyChain,
  type HistoryBody,
  type LoadedCase,
  type SettleClock,
} from '@lawgate/cases';
import type { Delivery } from '@lawgate/jobs';
import { openTown, people, type Town } from '@lawgate/cases/fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { deliveryHandlers } from './index.ts';
import { deed } from './kept-clocks.fixtures.ts';

const { li, zhao, qian, feng, county } = people;

let db: TestDatabase;
let town: Town;
let deliverer: Deliverer;

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { definitions: [deed()] });
  await town.calendars.seed();
  await town.calendars.reload();
  const ruleSets = new RuleSetStore(db.workerPool);
  const parts = { definitions: town.definitions, calendars: town.calendars, ruleSets };
  deliverer = new Deliverer(db.workerPool, town.workerRuntime, deliveryHandlers(parts), town.clock);
}, 120_000);
afterAll(() => db.drop());

beforeEach(async () => {
  await db.ownerPool.query('update outbox set delivered_at = created_at where delivered_at is null');
  await db.ownerPool.query(`update timer set status = 'cancelled' where status = 'pending'`);
});

const at = (day: string, time = '08:30'): void => town.clock.set(new Date(`${day}T${time}:00+08:00`));

/** Delivers everything that is due, each delivery three times, two of them concurrently, until nothing is left. */
async function deliverAll(): Promise<void> {
  for (;;) {
    const found = await db.ownerPool.query<Delivery>(
      `select 'outbox' as kind, id, 0 as token from outbox where delivered_at is null
        union all select 'timer', id, token from timer where status = 'pending' and fire_at <= $1`,
      [town.clock.now()],
    );
    if (found.rows.length === 0) return;
    for (const delivery of found.rows) {
      await Promise.all([deliverer.deliver(delivery), deliverer.deliver(delivery)]);
      await deliverer.deliver(delivery);
    }
  }
}

/** Notices of clocks, oldest first, each kind with its recipients. */
async function noticesOf(caseId: string): Promise<string[]> {
  const found = await db.ownerPool.query<{ kind: string; people: string[] }>(
    `select n.kind, array_agg(p.username order by p.username)::text[] as people
       from notification n join person p on p.id = n.person_id
      where n.case_id = $1 and n.kind like 'clock%' group by n.kind, n.created_at, n.text order by n.created_at, n.text`,
    [caseId],
  );
  return found.rows.map(({ kind, people: whom }) => `${kind} ${whom.join('+')}`);
}

async function textsOf(caseId: string, kind: string): Promise<string[]> {
  const found = await db.ownerPool.query<{ text: string }>(
    'select distinct text from notification where case_id = $1 and kind = $2 order by 1',
    [caseId, kind],
  );
  return found.rows.map(({ text }) => text);
}

const read = async (id: string): Promise<LoadedCase> => (await town.runtime.read(li, id)).case;
const bodies = (loaded: LoadedCase) => loaded.history.map(({ body }) => JSON.parse(body) as HistoryBody);
const clockOf = (loaded: LoadedCase, key: string) => loaded.clocks.find(({ state }) => state.key === key)?.state;

async function signed(day: string, dates: { lapsesOn?: string; payOn?: string[] }): Promise<string> {
  at(day, '10:00');
  const { id } = await town.submitted(li);
  await town.send(li, id, 'sign', dates);
  return id;
}

async function recorded(day: string, dates: { lapsesOn?: string; payOn?: string[] }): Promise<string> {
  at(day, '10:00');
  const { id } = await town.recorded();
  await town.runtime.recorded.enterDates(zhao, { caseId: id, dates: { on: '2023-03-01', ...dates } }, (after) => after);
  return id;
}

const settle = (by: typeof li, caseId: string, on: string, more: Partial<SettleClock> = {}) =>
  town.runtime.clocks.settle(by, { caseId, key: 'payment.1', settlement: { on }, ...more }, (after) => after);

async function until(days: readonly string[]): Promise<void> {
  for (const day of days) {
    at(day);
    await deliverAll();
  }
}

it('the workflow of this file is valid', () => expect(checkDefinition(deed())).toEqual([]));

describe('a payment', () => {
  it('is reminded of from its window on, and escalated when it is overdue', async () => {
    const id = await signed('2026-03-18', { payOn: ['2026-06-26'] });
    expect((await read(id)).status).toBe('done');
    await until(['2026-06-17', '2026-06-18', '2026-06-24', '2026-06-25', '2026-06-26', '2026-06-29', '2026-06-30']);
    await until(['2026-07-01', '2026-07-02', '2026-07-03', '2026-07-06']);
    expect(await noticesOf(id)).toEqual([
      'clock-reminder.window li',
      'clock-reminder.T-2 li',
      'clock-reminder.T-1 li',
      'clock-reminder.T li',
      'clock-reminder.overdue li',
      'clock-reminder.overdue-2 li',
      'clock-reminder.overdue-3 li+qian',
      'clock-reminder.overdue-4 li+qian',
      'clock-reminder.overdue-5 li+qian',
    ]);
    expect(await textsOf(id, 'clock-reminder.window')).toEqual([
      `期限提醒：第1期付款，还有8日（至2026年6月26日 周五）。请付款后登记。〔小约定 ${id.slice(-8)}〕`,
    ]);
    expect(await textsOf(id, 'clock-reminder.overdue-2')).toEqual([
      `逾期：第1期付款，已超期2个工作日（最后一日为2026年6月26日 周五）。请付款后登记。〔小约定 ${id.slice(-8)}〕`,
    ]);
  });

  it('is reported to the director when its drafter has left the office', async () => {
    const id = await signed('2026-03-18', { payOn: ['2026-06-26'] });
    await db.ownerPool.query('update person set active = false where id = $1', [li.id]);
    await until(['2026-06-18']);
    await db.ownerPool.query('update person set active = true where id = $1', [li.id]);
    expect(await noticesOf(id)).toEqual(['clock-reminder.window qian']);
  });

  it('has no more reminders once it is settled, and the next one has', async () => {
    const id = await signed('2026-03-18', { payOn: ['2026-06-26', '2026-07-31'] });
    await until(['2026-06-18']);
    const before = await read(id);
    const answer = await settle(li, id, '2026-06-17');
    expect(answer).toMatchObject({ status: 200, body: { version: before.version + 1, status: 'done' } });
    const after = await read(id);
    expect(bodies(after).at(-1)).toMatchObject({
      type: 'clock.settled',
      actor: { id: li.id },
      payload: { clock: 'payment.1', label: '第1期付款', on: '2026-06-17' },
      effects: ['stopClock:payment.1'],
      from: before.state,
      to: before.state,
    });
    expect(clockOf(after, 'payment.1')).toMatchObject({ status: 'met', endedOn: '2026-06-17', dueOn: '2026-06-26' });
    await until(['2026-06-24', '2026-06-26', '2026-06-29', '2026-07-24']);
    expect(await noticesOf(id)).toEqual(['clock-reminder.window li', 'clock-reminder.window li']);
    const rows = (
      await db.ownerPool.query(
        'select seq, type, body, prev_hash as "prevHash", hash from history where case_id = $1 order by seq',
        [id],
      )
    ).rows;
    expect(verifyChain(rows, after.lastHash)).toMatchObject({ intact: true });
  });

  it('is settled once, even if the request is repeated', async () => {
    const id = await signed('2026-03-18', { payOn: ['2026-06-26'] });
    const { version } = await read(id);
    const idempotency = { key: 'pay-1', request: { on: '2026-03-18' } };
    const first = await settle(li, id, '2026-03-18', { expectedVersion: version, idempotency });
    const again = await settle(li, id, '2026-03-18', { expectedVersion: version, idempotency });
    expect(again).toMatchObject({ repeated: true, status: 200, body: { version: first.body.version } });
    const other = { key: 'pay-1', request: { on: '2026-03-17' } };
    await expect(settle(li, id, '2026-03-17', { idempotency: other })).rejects.toMatchObject({
      status: 422,
      code: 'idempotency.key-reused',
    });
    await expect(settle(zhao, id, '2026-03-18')).rejects.toMatchObject({ status: 409, code: 'clock.ended' });
    expect((await read(id)).version).toBe(version + 1);
  });

  it('is settled by one of two concurrent requests', async () => {
    const id = await signed('2026-03-18', { payOn: ['2026-06-26'] });
    const answers = await Promise.allSettled([settle(li, id, '2026-03-18'), settle(zhao, id, '2026-03-18')]);
    expect(answers.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    const refused = answers.find(({ status }) => status === 'rejected') as PromiseRejectedResult;
    expect(refused.reason).toMatchObject({ status: 409, code: 'clock.ended' });
  });

  it('cannot be settled without the right, nor in the future, nor if it does not exist', async () => {
    const id = await signed('2026-03-18', { payOn: ['2026-06-26'] });
    const refused = (by: typeof li, on: string, more: Partial<SettleClock> = {}) =>
      settle(by, id, on, more).then(
        () => 'settled',
        ({ status, code }: { status: number; code: string }) => `${status} ${code}`,
      );
    const { version } = await read(id);
    expect(await refused(qian, '2026-03-18')).toBe('403 clock.settle-forbidden');
    expect(await refused(county, '2026-03-18')).toBe('403 case.read-only');
    expect(await refused(feng, '2026-03-18')).toBe('404 resource.not-found');
    expect(await refused(li, '2026-03-19')).toBe('422 clock.settle-refused');
    expect(await refused(li, '2026-03-18', { key: 'payment.2' })).toBe('404 resource.not-found');
    expect(await refused(li, '2026-03-18', { key: 'own' })).toBe('422 clock.not-settleable');
    expect(await refused(li, '2026-03-18', { expectedVersion: version - 1 })).toBe('409 case.version-conflict');
    expect((await read(id)).version).toBe(version);
  });
});

describe('a validity', () => {
  it('is announced, reminded of and lapses on the day after its last one, once', async () => {
    const id = await signed('2026-03-18', { lapsesOn: '2026-08-31' });
    await until(['2026-07-31', '2026-08-27', '2026-08-28', '2026-08-31']);
    at('2026-08-31', '23:59');
    await deliverAll();
    const before = await read(id);
    expect(clockOf(before, 'validity')).toMatchObject({ status: 'running' });
    at('2026-09-01', '00:00');
    await deliverAll();
    const after = await read(id);
    expect(bodies(after).map(({ type }) => type)).toEqual(['create', 'submit', 'sign', 'clock.lapsed']);
    expect(bodies(after).at(-1)).toMatchObject({
      actor: null,
      payload: { clock: 'validity', label: '有效期', lastDay: '2026-08-31' },
      effects: ['notify:clock.lapsed', 'stopClock:validity'],
    });
    expect(clockOf(after, 'validity')).toMatchObject({ status: 'stopped', endedOn: '2026-08-31' });
    expect(await noticesOf(id)).toEqual([
      'clock-reminder.window li+sun+zhao',
      'clock-reminder.T-2 li+sun+zhao',
      'clock-reminder.T-1 li+sun+zhao',
      'clock-reminder.T li+sun+zhao',
      'clock.lapsed li+sun+zhao',
    ]);
    expect(await textsOf(id, 'clock.lapsed')).toEqual([
      `期限届满：有效期已于2026-08-31届满。请组织评估。〔小约定 ${id.slice(-8)}〕`,
    ]);
    const left = await db.ownerPool.query(
      `select stage, status from timer where case_id = $1 and status not in ('fired', 'cancelled')`,
      [id],
    );
    expect(left.rows).toEqual([]);
  });

  it('of a recorded case sends nothing for the past, and reminders for the future', async () => {
    const id = await recorded('2026-03-18', { lapsesOn: '2026-08-31', payOn: ['2023-06-30'] });
    await deliverAll();
    expect(await noticesOf(id)).toEqual([]);
    await until(['2026-07-31', '2026-08-27']);
    at('2026-09-01', '00:00');
    await deliverAll();
    expect(await noticesOf(id)).toEqual([
      'clock-reminder.window sun+zhao',
      'clock-reminder.T-2 sun+zhao',
      'clock.lapsed sun+zhao',
    ]);
  });

  it('that was over when its dates were entered lapses without a notice', async () => {
    const id = await recorded('2026-03-18', { lapsesOn: '2024-02-29' });
    await deliverAll();
    expect(clockOf(await read(id), 'validity')).toMatchObject({ status: 'stopped', endedOn: '2024-02-29' });
    expect(await noticesOf(id)).toEqual([]);
  });
});

describe('the statutory clock of the case', () => {
  /** Day 0 is 2026-04-07: twenty days end on 04-27, five working days on 04-14. */
  const begun = async (): Promise<string> => {
    at('2026-04-07', '10:00');
    return (await town.submitted(li)).id;
  };
  const warned = async (id: string): Promise<number> => {
    await deliverAll();
    const found = await db.ownerPool.query<{ count: number }>(
      `select count(*)::int from notification where case_id = $1 and kind = 'clock.threatened' and person_id = $2`,
      [id, li.id],
    );
    return found.rows[0]?.count ?? 0;
  };

  it('is reminded of while it runs, and no more once it was met', async () => {
    const id = await begun();
    await until(['2026-04-23', '2026-04-24']);
    at('2026-04-24', '11:00');
    await town.send(li, id, 'sign', {});
    await until(['2026-04-27', '2026-04-28']);
    expect(await noticesOf(id)).toEqual(['clock-reminder.T-2 li+sun+zhao', 'clock-reminder.T-1 li+sun+zhao']);
  });

  it('has its reminders moved when a changed calendar moves its last day', async () => {
    const id = await begun();
    await until(['2026-04-23']);
    // A local day off on the last day: it rolls to the next day, and the last reminders with it.
    const moved = buildCalendar(officialDays, officialYears, [{ date: '2026-04-27', kind: 'off', year: 2026 }]);
    const system = systemPrincipal(li.orgId, li.orgPath);
    const clocks = await town.workerRuntime.clocks.recount(system, id, moved, { year: 2026 });
    expect(clocks).toContainEqual({ key: 'own', from: '2026-04-27', to: '2026-04-28' });
    const left = await db.ownerPool.query<{ stage: string; fireAt: Date }>(
      `select stage, fire_at as "fireAt" from timer
        where case_id = $1 and kind = 'clock-reminder' and status = 'pending' order by fire_at limit 3`,
      [id],
    );
    // The reminder "two days" was sent already and is not sent again.
    expect(left.rows.map(({ stage, fireAt }) => `${stage} ${fireAt.toISOString().slice(0, 10)}`)).toEqual([
      'T-1 2026-04-24',
      'T 2026-04-28',
      'overdue 2026-04-29',
    ]);
  });

  it('is warned about once in each pause that may cost too much, and not for other events', async () => {
    const id = await begun();
    at('2026-04-09', '10:00');
    await town.send(zhao, id, 'supplement.request');
    // Until 04-16 and three more days: not endangered.
    expect(await warned(id)).toBe(0);
    await town.send(li, id, 'supplement.provide');
    at('2026-04-14', '10:00');
    await town.send(zhao, id, 'supplement.request');
    expect(await warned(id)).toBe(0);
    // On the last day of the supplement, after closing time: two working days of the review are left.
    at('2026-04-21', '18:00');
    await town.send(li, id, 'supplement.provide');
    at('2026-04-22', '19:00');
    await town.send(zhao, id, 'supplement.request');
    expect(await warned(id)).toBe(1);
    await town.send(zhao, id, 'note');
    await town.send(zhao, id, 'note');
    expect(await warned(id)).toBe(1);
    await town.send(li, id, 'supplement.provide');
    expect(await warned(id)).toBe(1);
    at('2026-04-23', '19:00');
    await town.send(zhao, id, 'supplement.request');
    expect(await warned(id)).toBe(2);
    expect(await textsOf(id, 'clock.threatened')).toHaveLength(2);
    expect((await textsOf(id, 'clock.threatened'))[0]).toMatch(
      /^期限预警：办案期限于2026-04-27届满，不因审查中止而停止计算；补正期限用满的，审查期限要到.*〔小约定 .{8}〕$/,
    );
  });
});

it('has its reminders moved by an imported table even if its fixed last day does not move', async () => {
  await db.ownerPool.query('delete from calendar_day where year = 2026');
  await town.calendars.reload();
  const id = await signed('2025-12-15', { payOn: ['2026-10-03'] });
  const next = async (): Promise<string> => {
    const found = await db.ownerPool.query<{ fireAt: Date }>(
      `select fire_at as "fireAt" from timer where case_id = $1 and kind = 'clock-reminder' and status = 'pending'`,
      [id],
    );
    return found.rows[0]?.fireAt.toISOString().slice(0, 10) ?? '';
  };
  // Without the holidays of October (and of September), five working days before is another day.
  expect(await next()).toBe('2026-09-28');
  await town.calendars.seed();
  await town.calendars.reload();
  await new CalendarRecount(db.workerPool, town.workerRuntime, { graceMs: 0 }).run();
  expect(await next()).toBe('2026-09-23');
  const { clocks } = await read(id);
  const payment = clocks.find(({ state }) => state.key === 'payment.1')?.state;
  expect(payment && viewClock(town.calendars.current(), payment, '2025-12-15')).toMatchObject({
    dueOn: '2026-10-03',
    provisional: false,
    windowOn: '2026-09-23',
  });
  expect(bodies(await read(id)).map(({ type }) => type)).not.toContain('calendar.recomputed');
});
