/** Recounting the clocks of two towns after a change of the calendar. */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventually, testDatabase, type TestDatabase } from '@lawgate/testing';
import { CalendarImports } from '../calendar/calendar-import.ts';
import { CalendarStore } from '../calendar/calendar-store.ts';
import { CaseRuntime } from '../commit/case-runtime.ts';
import { CaseStore } from '../commit/case-store.ts';
import type { HistoryBody, LoadedCase } from '../read/loaded-case.ts';
import { PersonDirectory } from '../commit/step-environment.ts';
import { openTown, people, type Town } from '../runtime.fixtures.ts';
import { inTransaction, statementsOn } from '@lawgate/database';
import { CalendarRecount } from './calendar-recount.ts';

const { li, feng, admin } = people;

let db: TestDatabase;
let town: Town;
let imports: CalendarImports;
let recount: CalendarRecount;

function recountWith(graceMs: number): CalendarRecount {
  return new CalendarRecount(db.workerPool, town.workerRuntime, { graceMs });
}

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db, { at: '2026-12-28T01:00:00Z' });
  await town.calendars.seed();
  await town.calendars.reload();
  imports = new CalendarImports(db.appPool, town.calendars, town.clock);
  recount = recountWith(60_000);
}, 120_000);
afterAll(async () => {
  await db.drop();
});

const historyOf = (loaded: LoadedCase) => loaded.history.map(({ body }) => JSON.parse(body) as HistoryBody);
const recountsOf = (loaded: LoadedCase) => historyOf(loaded).filter(({ type }) => type === 'calendar.recomputed');
const read = async (by: typeof li, id: string) => (await town.runtime.read(by, id)).case;
const unsettled = async () =>
  (await db.ownerPool.query('select revision from calendar_change where settled_at is null')).rows.length;

const table = { year: 2027, days: [{ date: '2027-01-01', kind: 'off', year: 2027, name: '元旦' }] } as const;
const by = { id: admin.id, name: admin.name };

it('the shipped tables are not recorded as a change, and a table of a newer program is', async () => {
  expect(await unsettled()).toBe(0);
  await db.ownerPool.query('delete from calendar_day where year = 2026');
  await town.calendars.seed();
  expect(await imports.changes()).toMatchObject([{ kind: 'built-in', year: 2026, enteredBy: null }]);
  expect(await recountWith(0).run()).toBe(true);
  expect(await unsettled()).toBe(0);
});

it('clocks of every town are moved by one commit for each case, once', async () => {
  const mine = await town.submitted(li);
  const fengs = await town.submitted(feng);
  const expected = (await imports.preview(table)).consequences;
  expect(new Set(expected.moved.map(({ caseId }) => caseId))).toEqual(new Set([mine.id, fengs.id]));
  const written = await imports.write(table, { replace: false, documentNumber: '9号', by });
  expect(written.consequences).toEqual(expected);

  await recount.run();
  // Again, and in another process that has cached nothing.
  await recount.run();
  await recountWith(60_000).run();
  for (const [person, before] of [
    [li, mine],
    [feng, fengs],
  ] as const) {
    const after = await read(person, before.id);
    expect(after.version).toBe(before.version + 1);
    expect(after.clocks.every(({ state }) => !state.provisional)).toBe(true);
    expect(recountsOf(after)).toMatchObject([{ actor: null, payload: { year: 2027, documentNumber: '9号' } }]);
    expect(after.tasks.every(({ provisional }) => !provisional)).toBe(true);
  }
});

it('what a process wrote by the old calendar is corrected by the pass that settles the change', async () => {
  // Does not listen for changes, so it never loads the table of 2027.
  const deaf = new CaseRuntime(
    new CaseStore(statementsOn(db.appPool)),
    town.definitions,
    new CalendarStore(db.appPool),
    new PersonDirectory(db.appPool),
    town.clock,
  );
  const draft = await town.draft(li);
  const late = (await deaf.send(li, { caseId: draft.id, event: { type: 'submit', payload: {} } }, (after) => after))
    .body;
  expect(late.clocks.some(({ state }) => state.provisional)).toBe(true);
  // Nothing is settled within the grace period.
  expect(await recount.run()).toBe(false);
  expect(await unsettled()).toBe(1);
  await recountWith(0).run();
  expect(await unsettled()).toBe(0);
  const after = await read(li, late.id);
  expect(after.clocks.some(({ state }) => state.provisional)).toBe(false);
  expect(recountsOf(after)).toHaveLength(1);
});

it('several concurrent changes are one commit that lists them all', async () => {
  const { id } = await town.submitted(li);
  await imports.putOverride({ date: '2026-12-30', kind: 'off', documentNumber: '10号' }, by);
  await imports.putOverride({ date: '2026-12-31', kind: 'off', documentNumber: '11号' }, by);
  await recountWith(0).run();
  expect(recountsOf(await read(li, id)).map(({ payload }) => payload)).toMatchObject([
    { year: 2026, documentNumber: '11号', together: [{ year: 2026, documentNumber: '10号' }] },
  ]);
});

it('the calendar scope allows reading open clocks and nothing else, and no write', async () => {
  await inTransaction(db.appPool, async (tx) => {
    await tx.query(`select act_as('calendar', '', '')`);
    const count = async (from: string) => Number((await tx.query(`select count(*) as n from ${from}`)).rows[0].n);
    expect(await count('clock')).toBeGreaterThan(0);
    expect(await count(`clock where status not in ('running', 'paused')`)).toBe(0);
    for (const closed of ['review_case', 'history', 'task', 'timer', 'document', 'opinion', 'fact', 'outbox']) {
      expect(await count(closed)).toBe(0);
    }
    expect(await count('(select id from person) as p')).toBe(0);
    expect((await tx.query('update clock set due_on = null')).rowCount).toBe(0);
  });
});

it('changes are stored', async () => {
  await expect(db.ownerPool.query('delete from calendar_change')).rejects.toThrow('append-only');
  await expect(db.appPool.query('update calendar_change set document_number = $1', ['x'])).rejects.toThrow(/denied/);
});

it('a process that follows the calendar is notified of a change, also after its connection broke', async () => {
  const other = new CalendarStore(db.appPool);
  let changes = 0;
  other.onChange(() => (changes += 1));
  await other.follow();
  try {
    expect(other.current().hasTable(2027)).toBe(true);
    await imports.putOverride({ date: '2027-03-02', kind: 'off', documentNumber: '12号' }, by);
    await eventually(
      () => changes,
      (times) => times === 1,
    );
    expect(other.current().isWorkingDay('2027-03-02')).toBe(false);
    await db.ownerPool.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where query = 'listen calendar_changed'`,
    );
    await imports.removeOverride('2027-03-02', by);
    await eventually(
      () => other.current().isWorkingDay('2027-03-02'),
      (isWorked) => isWorked,
    );
  } finally {
    await other.unfollow();
  }
});
