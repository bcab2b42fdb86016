import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays } from './civil-date.ts';
import { officialCalendar } from './official-days.ts';
import { addMonths, lastDayOfYears, windowDay } from './span.ts';

const calendar = officialCalendar();
const anyDate = fc.integer({ min: 0, max: 40_000 }).map((n) => addCalendarDays('1980-01-01', n));

describe('months', () => {
  it.each([
    ['2029-02-28', -6, '2028-08-28'],
    ['2028-08-31', -6, '2028-02-29'],
    ['2027-08-31', -6, '2027-02-28'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2024-02-29', 48, '2028-02-29'],
    ['2024-12-31', 2, '2025-02-28'],
    ['2024-01-15', -1, '2023-12-15'],
    ['2024-01-31', 0, '2024-01-31'],
  ])('%s and %i months is %s (民法典 202)', (date, months, result) => {
    expect(addMonths(date, months)).toBe(result);
  });

  it('refuse what is no date and what leaves the calendar', () => {
    expect(() => addMonths('2023-02-29', 1)).toThrow(expect.objectContaining({ code: 'calendar.bad-date' }));
    expect(() => addMonths('2023-01-01', 0.5)).toThrow(expect.objectContaining({ code: 'calendar.bad-count' }));
    expect(() => addMonths('9999-12-01', 1)).toThrow();
  });

  it('keep the order of dates, and end in the month that was asked for', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(400), fc.integer({ min: -200, max: 200 }), (date, later, months) => {
        const from = addMonths(date, months);
        expect(from <= addMonths(addCalendarDays(date, later), months)).toBe(true);
        const [year, month] = date.split('-').map(Number) as [number, number];
        const [endYear, endMonth] = from.split('-').map(Number) as [number, number];
        expect(endYear * 12 + endMonth).toBe(year * 12 + month + months);
      }),
    );
  });
});

describe('a term of years', () => {
  it.each([
    ['2024-03-01', 5, '2029-02-28'],
    ['2023-03-01', 5, '2028-02-29'],
    ['2024-02-29', 5, '2029-02-28'],
    ['2024-02-29', 4, '2028-02-28'],
    ['2024-01-01', 2, '2025-12-31'],
    ['2024-07-15', 2, '2026-07-14'],
  ])('from %s over %i years ends on %s', (from, years, last) => {
    expect(lastDayOfYears(from, years)).toBe(last);
  });
});

it('the window opens so many days, working days or months before the last day', () => {
  expect(windowDay(calendar, '2029-02-28', { value: 6, unit: 'month' })).toBe('2028-08-28');
  expect(windowDay(calendar, '2026-10-09', { value: 30, unit: 'day' })).toBe('2026-09-09');
  // 10-10 is a working Saturday; the holidays of 2026 end on 10-07.
  expect(windowDay(calendar, '2026-10-09', { value: 3, unit: 'workday' })).toBe('2026-09-29');
});
