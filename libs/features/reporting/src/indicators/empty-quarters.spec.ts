/** An empty quarter is reported once, in its time, to who keeps the ledger. */
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { buildCalendar, officialDays, officialYears } from '@lawgate/calendar';
import { Database, SimulatedClock } from '@lawgate/database';
import { openTown, organisations, people } from '@lawgate/cases/fixtures';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { LedgerService } from './ledger.service.ts';
import { quarterToAsk, remindOfEmptyQuarters } from './empty-quarters.ts';

const calendar = buildCalendar(officialDays, officialYears);
const { zhao, sun } = people;

describe('the quarter that is asked for', () => {
  it.each([
    ['2023-02-01', null],
    ['2023-03-31', null],
    ['2023-04-01', { year: 2023, quarter: 1 }],
    ['2023-06-30', { year: 2023, quarter: 1 }],
    // The holidays begin on Friday the 29th: Thursday was the last working day.
    ['2023-09-28', { year: 2023, quarter: 2 }],
    ['2023-09-29', { year: 2023, quarter: 3 }],
    ['2023-12-29', { year: 2023, quarter: 3 }],
    ['2023-12-31', { year: 2023, quarter: 4 }],
    ['2024-01-02', { year: 2023, quarter: 4 }],
    ['2024-01-31', { year: 2023, quarter: 4 }],
    ['2024-02-01', null],
  ])('on %s', (today, asked) => {
    expect(quarterToAsk(calendar, today)).toEqual(asked);
  });
});

describe('reminders', () => {
  let db: TestDatabase;
  beforeAll(async () => {
    db = await testDatabase();
    await openTown(db);
  }, 120_000);
  afterAll(() => db.drop());

  const clock = new SimulatedClock(new Date('2023-02-15T08:00:00Z'));
  const remind = (instant: string): Promise<number> =>
    remindOfEmptyQuarters(new Database(db.workerPool, 'lawgate_worker'), calendar, new Date(instant));
  const reminders = async (): Promise<{ person: string; text: string }[]> =>
    (
      await db.ownerPool.query<{ person: string; text: string }>(
        `select person_id as person, text from notification where kind = 'indicator.reminder' order by created_at, person_id`,
      )
    ).rows;

  it('are written once for each kind and quarter, by however many workers', async () => {
    expect(await remind('2023-04-01T02:00:00Z')).toBe(0);
    const ledger = new LedgerService(new Database(db.appPool, 'lawgate_app'), clock);
    const { id } = await ledger.enter(zhao, { line: '2月15日 班子集体学法 1次' });
    expect(await remind('2023-04-01T02:00:00Z')).toBe(0);
    const both = await Promise.all([remind('2023-07-01T02:00:00Z'), remind('2023-07-01T02:00:00Z')]);
    expect(both[0] + both[1]).toBe(1);
    expect(await remind('2023-08-01T02:00:00Z')).toBe(0);
    const all = await reminders();
    expect(all.map(({ person }) => person).sort()).toEqual([zhao.id, sun.id].sort());
    expect(all[0]?.text).toBe('2023年第二季度还没有登记「班子集体学法」，请在年度指标台账中补登。');
    const written = await db.ownerPool.query('select org_path, kind, year, quarter from indicator_reminder');
    expect(written.rows).toEqual([
      { org_path: organisations.hill.path, kind: 'study-session', year: 2023, quarter: 2 },
    ]);
    // Nothing counts in the first quarter any more, but it is long past.
    await ledger.void(zhao, id, '日期写错');
    expect(await remind('2023-08-01T02:00:00Z')).toBe(0);
  });

  it('are not written for a past year', async () => {
    expect(await remind('2024-02-01T02:00:00Z')).toBe(0);
    expect(await remind('2025-08-01T02:00:00Z')).toBe(0);
  });
});
