import { buildCalendar, officialCalendar, pauseClock, startClock, stopClock, type ClockSpec } from '@lawgate/calendar';
import { defaultLadder } from '@lawgate/engine';
import { describe, expect, it } from '@jest/globals';
import {
  clockOfSubject,
  clockReminderTimers,
  clockSubject,
  nextClockReminder,
  type ClockReminderInput,
} from './timer-plan.ts';

const calendar = officialCalendar();
let ids = 0;
const newId = (): string => `id-${(ids += 1)}`;

const payment: ClockSpec = {
  key: 'payment.1',
  label: '第1期付款',
  limit: { value: 100, unit: 'day' },
  until: '2026-06-26',
  window: { value: 5, unit: 'workday' },
};
const validity: ClockSpec = {
  ...payment,
  key: 'validity',
  until: '2029-02-28',
  window: { value: 6, unit: 'month' },
  atEnd: 'lapse',
};

function input(spec: ClockSpec, from: string, more: Partial<ClockReminderInput> = {}): ClockReminderInput {
  const clock = { run: 1, state: startClock(calendar, spec, from) };
  return { clock, today: from, calendar, openingHour: '08:30', ladder: defaultLadder, newId, ...more };
}
const days = (given: ClockReminderInput): string[] =>
  clockReminderTimers(given).map(({ stage, fireAt }) => `${stage} ${fireAt.slice(0, 10)}`);

describe('reminders of a clock that no task carries', () => {
  it('begin with the window, and end with the maximum number of overdue days', () => {
    // 2026-06-19 is the Dragon Boat Festival: five working days before 06-26 is 06-18.
    expect(days(input(payment, '2026-03-18'))).toEqual([
      'window 2026-06-18',
      'T-2 2026-06-24',
      'T-1 2026-06-25',
      'T 2026-06-26',
      'overdue 2026-06-29',
      'overdue-2 2026-06-30',
      'overdue-3 2026-07-01',
      'overdue-4 2026-07-02',
      'overdue-5 2026-07-03',
    ]);
  });

  it('are sent at the opening hour, and belong to the run of the clock', () => {
    expect(clockReminderTimers(input(payment, '2026-03-18'))[0]).toMatchObject({
      kind: 'clock-reminder',
      subject: 'clock:payment.1:1',
      visit: 1,
      fireAt: '2026-06-18T00:30:00.000Z',
    });
    const ladder = { ...defaultLadder, opening: '09:00' };
    const later = clockReminderTimers(input(payment, '2026-03-18', { ladder }))[0];
    expect(later?.fireAt).toBe('2026-06-18T01:00:00.000Z');
    expect(clockOfSubject(clockSubject('payment.12', 3))).toEqual({ key: 'payment.12', run: 3 });
    expect(clockOfSubject('0190f3c2-8d1e-7aaa-8000-000000000001')).toBeNull();
  });

  it('stop at the end of a clock that lapses, and count provisional working days where no table is known', () => {
    expect(days(input(validity, '2024-03-01'))).toEqual([
      'window 2028-08-28',
      'T-2 2029-02-26',
      'T-1 2029-02-27',
      'T 2029-02-28',
    ]);
  });

  it('report a window that opens on a day off on the next working day', () => {
    // 2026-08-31 less six months is Saturday 02-28, which is worked; less seven it is Saturday 01-31, which is not.
    const until = { ...validity, until: '2026-08-31' };
    expect(days(input(until, '2025-12-01'))[0]).toBe('window 2026-02-28');
    expect(days(input({ ...until, window: { value: 7, unit: 'month' } }, '2025-12-01'))[0]).toBe('window 2026-02-02');
  });

  it('report a window that opened before the clock began at once', () => {
    expect(days(input({ ...validity, until: '2026-08-31' }, '2026-05-01'))[0]).toBe('window 2026-05-06');
  });

  it('leave the window out where it is no earlier than the standard reminders', () => {
    const soon = { ...payment, window: { value: 2, unit: 'workday' } } as const;
    expect(days(input(soon, '2026-03-18'))[0]).toBe('T-2 2026-06-24');
    expect(days(input({ ...payment, until: '2026-03-20' }, '2026-03-18'))[0]).toBe('T-2 2026-03-18');
  });

  it('come before the holidays where the last day is in them, and only after them when it was missed', () => {
    // 2026-09-25 and 10-01 to 10-07 are days off.
    const inHolidays = input({ ...payment, until: '2026-10-03' }, '2026-09-01');
    expect(days(inHolidays).slice(0, 5)).toEqual([
      'window 2026-09-23',
      'T-2 2026-09-28',
      'T-1 2026-09-29',
      'T 2026-09-30',
      'overdue 2026-10-08',
    ]);
  });

  it('never include overdue reminders for a provisional date', () => {
    const statutory: ClockSpec = { key: 'statutory', label: '办案期限', limit: { value: 90, unit: 'day' } };
    const bare = buildCalendar([], []);
    const clock = { run: 1, state: startClock(bare, statutory, '2030-01-01') };
    expect(clock.state.provisional).toBe(true);
    const stages = clockReminderTimers(input(statutory, '2030-01-01', { clock, calendar: bare }));
    expect(stages.map(({ stage }) => stage)).toEqual(['T-2', 'T-1', 'T']);
  });

  it('are none for a clock that is paused or has ended', () => {
    const review: ClockSpec = { key: 'review', label: '审查期限', limit: { value: 5, unit: 'workday' } };
    const running = startClock(calendar, review, '2026-03-18');
    for (const state of [
      pauseClock(calendar, running, '2026-03-19', '补正'),
      stopClock(calendar, running, '2026-03-19', 'met'),
    ]) {
      expect(clockReminderTimers(input(review, '2026-03-18', { clock: { run: 1, state } }))).toEqual([]);
    }
  });

  it('follow one another, also after days without a running worker', () => {
    const given = input(payment, '2026-03-18');
    const stages: string[] = [];
    for (let next = clockReminderTimers(given)[0] ?? null; next !== null;) {
      stages.push(next.stage);
      next = nextClockReminder({ ...given, today: next.fireAt.slice(0, 10) }, next.stage);
    }
    expect(stages).toEqual(['window', 'T-2', 'T-1', 'T', 'overdue', ...[2, 3, 4, 5].map((day) => `overdue-${day}`)]);
    expect(nextClockReminder(given, 'overdue-9')).toBeNull();
  });
});
