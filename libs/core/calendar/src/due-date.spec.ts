import { describe, expect, it } from '@jest/globals';
import { calendarDayLimits, workdayLimits } from '@lawgate/sizes/lawful-dates';
import fc from 'fast-check';
import { buildCalendar } from './calendar.ts';
import { addCalendarDays, dayNumber, daysBetween } from './civil-date.ts';
import { dueDate, isGuess } from './due-date.ts';
import type { Limit } from './due-date.ts';
import { officialCalendar, officialDays, officialYears } from './official-days.ts';

const calendar = officialCalendar();
const anyDate = fc.integer({ min: 0, max: 3000 }).map((n) => addCalendarDays('2018-01-01', n));
const anyUnit = fc.constantFrom<Limit['unit']>('workday', 'day');

describe('dates that must come out', () => {
  it.each(workdayLimits)('%s and %i working days: %s', (from, value, due) => {
    const result = dueDate(calendar, from, { value, unit: 'workday' });
    expect(result).toMatchObject({ due, rolled: due, provisional: false });
    expect(result.counted).toHaveLength(value);
    expect(result.counted.at(-1)).toBe(due);
  });

  it.each(calendarDayLimits)('%s and %i calendar days: %s, rolled to %s', (from, value, due, rolled) => {
    expect(dueDate(calendar, from, { value, unit: 'day' })).toMatchObject({ due, rolled, provisional: false });
  });
});

describe('isGuess', () => {
  const only2024 = buildCalendar([], [2024]);
  const asked = (after: string, upTo: string): boolean => isGuess(only2024, dayNumber(after), dayNumber(upTo));

  it('checks the days after the first up to the last, which may be none', () => {
    expect(asked('2023-12-31', '2024-01-05')).toBe(false);
    expect(asked('2023-12-30', '2024-01-05')).toBe(true);
    expect(asked('2024-12-31', '2025-01-01')).toBe(true);
    expect(asked('2025-05-05', '2025-05-05')).toBe(false);
    expect(asked('2025-05-07', '2025-05-05')).toBe(false);
  });
});

describe('dueDate', () => {
  it('lists the days of a short limit in calendar days, without the roll, and none of a long one', () => {
    expect(dueDate(calendar, '2024-06-06', { value: 3, unit: 'day' })).toEqual({
      due: '2024-06-09',
      rolled: '2024-06-11',
      counted: ['2024-06-07', '2024-06-08', '2024-06-09'],
      provisional: false,
    });
    expect(dueDate(calendar, '2024-06-06', { value: 31, unit: 'day' }).counted).toHaveLength(31);
    expect(dueDate(calendar, '2024-06-06', { value: 32, unit: 'day' }).counted).toEqual([]);
  });

  it('ends a limit of 0 on the day of receipt, and rolls only calendar days', () => {
    const nothing = { due: '2024-06-08', counted: [], provisional: false };
    expect(dueDate(calendar, '2024-06-08', { value: 0, unit: 'workday' })).toEqual({
      ...nothing,
      rolled: '2024-06-08',
    });
    expect(dueDate(calendar, '2024-06-08', { value: 0, unit: 'day' })).toEqual({ ...nothing, rolled: '2024-06-11' });
  });

  it('is provisional in a year without an official table', () => {
    expect(dueDate(calendar, '2026-12-28', { value: 3, unit: 'workday' }).provisional).toBe(false); // 12-31
    expect(dueDate(calendar, '2026-12-28', { value: 4, unit: 'workday' }).provisional).toBe(true);
    expect(dueDate(calendar, '2026-12-01', { value: 30, unit: 'day' }).provisional).toBe(false); // 12-31
    expect(dueDate(calendar, '2026-12-01', { value: 31, unit: 'day' }).provisional).toBe(true);
  });

  it('is provisional when only the roll reaches into the unofficial year', () => {
    const until2023 = buildCalendar(officialDays, [2023]);
    // 2023-12-30 is a Saturday; the next working day is 2024-01-02.
    expect(dueDate(until2023, '2023-12-20', { value: 10, unit: 'day' })).toMatchObject({
      due: '2023-12-30',
      rolled: '2024-01-02',
      provisional: true,
    });
  });

  it('is provisional across a gap between two tables', () => {
    const gap = buildCalendar(
      officialDays,
      officialYears.filter((year) => year !== 2024),
    );
    expect(dueDate(gap, '2023-12-29', { value: 380, unit: 'day' }).provisional).toBe(true);
  });

  it.each([-1, 1.5, Number.NaN, 1e9])('refuses a limit of %d', (value) => {
    expect(() => dueDate(calendar, '2024-06-06', { value, unit: 'workday' })).toThrow(
      expect.objectContaining({ code: 'calendar.bad-limit' }),
    );
  });

  it('refuses a unit it does not know', () => {
    const limit = { value: 1, unit: 'month' } as unknown as Limit;
    expect(() => dueDate(calendar, '2024-06-06', limit)).toThrow(
      expect.objectContaining({ code: 'calendar.bad-limit' }),
    );
  });

  it('never ends earlier for a longer limit or a later start', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(100), fc.nat(100), fc.nat(100), anyUnit, (from, value, moreDays, later, unit) => {
        const plain = dueDate(calendar, from, { value, unit });
        const longer = dueDate(calendar, from, { value: value + moreDays, unit });
        const started = dueDate(calendar, addCalendarDays(from, later), { value, unit });
        expect(longer.rolled >= plain.rolled).toBe(true);
        expect(started.rolled >= plain.rolled).toBe(true);
      }),
    );
  });

  it('counts working days only, as many as the limit has, and not the day of receipt', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 60 }), (from, value) => {
        const { counted, due } = dueDate(calendar, from, { value, unit: 'workday' });
        expect(counted).toHaveLength(value);
        expect(counted.every((day) => calendar.isWorkingDay(day) && day > from)).toBe(true);
        expect(counted).toEqual([...new Set(counted)].sort());
        expect(counted.at(-1)).toBe(due);
      }),
    );
  });

  it('ends a limit in calendar days on a working day, with nothing but days off in the roll', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(400), (from, value) => {
        const { due, rolled } = dueDate(calendar, from, { value, unit: 'day' });
        expect(daysBetween(from, due)).toBe(value);
        expect(calendar.isWorkingDay(rolled)).toBe(true);
        for (let day = due; day < rolled; day = addCalendarDays(day, 1)) expect(calendar.isWorkingDay(day)).toBe(false);
      }),
    );
  });
});

it('takes a limit of a hundred years and none longer', () => {
  const calendar = buildCalendar([], []);
  expect(dueDate(calendar, '2023-04-20', { value: 36_525, unit: 'day' }).due).toBe('2123-04-21');
  expect(() => dueDate(calendar, '2023-04-20', { value: 36_526, unit: 'day' })).toThrow(
    expect.objectContaining({ code: 'calendar.bad-limit' }),
  );
});
