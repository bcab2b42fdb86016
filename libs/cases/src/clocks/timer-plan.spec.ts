import { officialCalendar, startClock, pauseClock, stopClock, type ClockState } from '@lawgate/calendar';
import { describe, expect, it } from '@jest/globals';
import type { LoadedClock } from '../read/loaded-case.ts';
import {
  clockDueTimer,
  nextReminder,
  overdueDayOf,
  reminderStages,
  reminderTimers,
  type ReminderInput,
} from './timer-plan.ts';

const calendar = officialCalendar();
let ids = 0;
const newId = (): string => `id-${(ids += 1)}`;

function stages(more: Partial<ReminderInput>): string[] {
  const timers = reminderTimers({
    task: { id: 'task', visit: 2 },
    dueOn: '2024-02-21',
    provisional: false,
    today: '2024-02-08',
    calendar,
    openingHour: '08:30',
    newId,
    ...more,
  });
  return timers.map(({ stage, fireAt }) => `${stage} ${fireAt}`);
}

describe('reminders', () => {
  it('are sent at the opening hour, two working days and one before, on the day, and on each of five working days after', () => {
    expect(stages({})).toEqual([
      'T-2 2024-02-19T00:30:00.000Z',
      'T-1 2024-02-20T00:30:00.000Z',
      'T 2024-02-21T00:30:00.000Z',
      'overdue 2024-02-22T00:30:00.000Z',
      'overdue-2 2024-02-23T00:30:00.000Z',
      'overdue-3 2024-02-26T00:30:00.000Z',
      'overdue-4 2024-02-27T00:30:00.000Z',
      'overdue-5 2024-02-28T00:30:00.000Z',
    ]);
  });

  it('step over the Spring Festival, whose last day before it is a working day', () => {
    expect(stages({ dueOn: '2024-02-19', ladder: { overdueDays: 1, standInFrom: 2, directorFrom: 3 } })).toEqual([
      'T-2 2024-02-09T00:30:00.000Z',
      'T-1 2024-02-18T00:30:00.000Z',
      'T 2024-02-19T00:30:00.000Z',
      'overdue 2024-02-20T00:30:00.000Z',
    ]);
  });

  it('leave out a stage whose day is past, so that nobody reads "two days left" on the last day', () => {
    expect(stages({ today: '2024-02-21' }).map((line) => line.split(' ')[0])).toEqual([
      'T',
      'overdue',
      'overdue-2',
      'overdue-3',
      'overdue-4',
      'overdue-5',
    ]);
    expect(stages({ today: '2024-02-29' })).toEqual([]);
  });

  it('are sent at the hour of the case’s rule set', () => {
    const ladder = { overdueDays: 0, standInFrom: 2, directorFrom: 3, opening: '09:00' };
    expect(stages({ ladder, today: '2024-02-21' })).toEqual(['T 2024-02-21T01:00:00.000Z']);
  });

  it('never include overdue reminders for a provisional date', () => {
    expect(stages({ provisional: true }).map((line) => line.split(' ')[0])).toEqual(['T-2', 'T-1', 'T']);
  });

  it('belong to the task and its visit', () => {
    const [timer] = reminderTimers({
      task: { id: 'task', visit: 2 },
      dueOn: '2024-02-21',
      provisional: false,
      today: '2024-02-08',
      calendar,
      openingHour: '08:30',
      newId,
    });
    expect(timer).toMatchObject({ kind: 'reminder', subject: 'task', visit: 2 });
  });
});

describe('the reminder after one that was sent', () => {
  const next = (stage: string, more: Partial<ReminderInput> = {}): string | null => {
    const input = { task: { id: 'task', visit: 2 }, dueOn: '2024-02-21', provisional: false, today: '2024-02-19' };
    const timer = nextReminder({ ...input, calendar, openingHour: '08:30', newId, ...more }, stage);
    return timer === null ? null : `${timer.stage} ${timer.fireAt}`;
  };

  it('is the next stage on its own day, and none after the last', () => {
    expect(next('T-2')).toBe('T-1 2024-02-20T00:30:00.000Z');
    expect(next('T-1', { today: '2024-02-20' })).toBe('T 2024-02-21T00:30:00.000Z');
    expect(next('T', { today: '2024-02-21' })).toBe('overdue 2024-02-22T00:30:00.000Z');
    expect(next('overdue', { today: '2024-02-22' })).toBe('overdue-2 2024-02-23T00:30:00.000Z');
    expect(next('overdue-4', { today: '2024-02-27' })).toBe('overdue-5 2024-02-28T00:30:00.000Z');
    expect(next('overdue-5', { today: '2024-02-28' })).toBeNull();
  });

  it('is none after the day itself where the date is provisional', () => {
    expect(next('T', { today: '2024-02-21', provisional: true })).toBeNull();
  });

  it('ends at the maximum, also for one that was sent under a higher maximum', () => {
    const ladder = { overdueDays: 2, standInFrom: 2, directorFrom: 3 };
    expect(next('overdue', { today: '2024-02-22', ladder })).toBe('overdue-2 2024-02-23T00:30:00.000Z');
    expect(next('overdue-2', { today: '2024-02-23', ladder })).toBeNull();
    expect(next('overdue-4', { today: '2024-02-22', ladder })).toBeNull();
  });

  it('is none on overdue days where the maximum is 0', () => {
    const ladder = { overdueDays: 0, standInFrom: 2, directorFrom: 3 };
    expect(reminderStages(ladder).map(({ stage }) => stage)).toEqual(['T-2', 'T-1', 'T']);
  });

  it('follows a date that moved', () => {
    expect(next('T-2', { dueOn: '2024-02-28' })).toBe('T-1 2024-02-27T00:30:00.000Z');
  });
});

describe('an overdue day', () => {
  it('is part of the stage, except for the first', () => {
    expect(['T-2', 'T', 'overdue', 'overdue-2', 'overdue-12', 'due'].map(overdueDayOf)).toEqual([0, 0, 1, 2, 12, 0]);
  });
});

describe('due dates', () => {
  const state = (limit = 5, from = '2024-02-08'): ClockState =>
    startClock(calendar, { key: 'supplement', label: '补正', limit: { value: limit, unit: 'workday' } }, from);
  const clock = (of: ClockState): LoadedClock => ({ run: 3, onDue: 'supplement.expire', state: of });

  it('fire at the first moment after the last day, in Shanghai', () => {
    expect(clockDueTimer(clock(state()), 'clock:supplement:3', newId)).toMatchObject({
      kind: 'clock-due',
      subject: 'clock:supplement:3',
      visit: 3,
      stage: 'due',
      fireAt: '2024-02-21T16:00:00.000Z',
    });
  });

  it('do not fire while the clock is paused, nor when it has ended', () => {
    const paused = pauseClock(calendar, state(), '2024-02-09', '补正');
    const met = stopClock(calendar, state(), '2024-02-09', 'met');
    expect(clockDueTimer(clock(paused), 's', newId)).toBeNull();
    expect(clockDueTimer(clock(met), 's', newId)).toBeNull();
  });

  it('do not fire on a provisional date', () => {
    const guessed = state(5, '2048-12-28');
    expect(guessed.provisional).toBe(true);
    expect(clockDueTimer(clock(guessed), 's', newId)).toBeNull();
  });
});
