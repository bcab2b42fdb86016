import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, buildCalendar, nextWorkingDay, receiptDate, workingDaysBetween } from './calendar.ts';
import { addCalendarDays } from './civil-date.ts';
import { officialCalendar, officialDays, officialYears } from './official-days.ts';

const calendar = officialCalendar();
const anyDate = fc.integer({ min: 0, max: 4000 }).map((n) => addCalendarDays('2017-06-01', n));

describe('the official tables', () => {
  it('holds every table from 2018 to 2026 and none of 2027', () => {
    expect(officialYears).toEqual([2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(calendar.years).toEqual(officialYears);
    expect(calendar.hasTable(2026)).toBe(true);
    expect(calendar.hasTable(2027)).toBe(false);
  });

  it('works on New Year’s Eve 2024', () => {
    expect(calendar.isWorkingDay('2024-02-09')).toBe(true);
    expect(calendar.isWorkingDay('2024-02-12')).toBe(false);
  });

  it('files days of December under the table of the year that follows', () => {
    const december = officialDays.filter((day) => day.date.slice(5, 7) === '12');
    expect(december.map(({ date, kind, year }) => `${date} ${kind} ${year}`)).toEqual([
      '2018-12-29 work 2019',
      '2018-12-30 off 2019',
      '2018-12-31 off 2019',
      '2022-12-31 off 2023',
    ]);
    expect(calendar.isWorkingDay('2018-12-29')).toBe(true);
    expect(calendar.isWorkingDay('2018-12-31')).toBe(false);
  });

  // Make-up days only move days off, so a year has its weekdays less the statutory holidays: 11, and 13 since 2025.
  // In 2020 the Spring Festival was prolonged without make-up, by 01-31 and the make-up Saturday 02-01.
  it.each([
    [2018, 261 - 11],
    [2019, 261 - 11],
    [2020, 262 - 11 - 2],
    [2021, 261 - 11],
    [2022, 260 - 11],
    [2023, 260 - 11],
    [2024, 262 - 11],
    [2025, 261 - 13],
    [2026, 261 - 13],
  ])('has the right number of working days in %i', (year, expected) => {
    expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(expected);
  });

  it('lists each day once, in order, with the notice it comes from', () => {
    const dates = officialDays.map((day) => day.date);
    expect(dates).toEqual([...new Set(dates)].sort());
    for (const day of officialDays) expect(day.source).toMatch(/^https:\/\/www\.gov\.cn\//);
  });

  it('only puts make-up days on weekends', () => {
    const bare = buildCalendar([], []);
    for (const day of officialDays) {
      if (day.kind === 'work') expect([day.date, bare.isWorkingDay(day.date)]).toEqual([day.date, false]);
    }
  });
});

describe('buildCalendar', () => {
  it('lets an override win over the official row, in both directions', () => {
    const overridden = buildCalendar(officialDays, officialYears, [
      { date: '2024-02-09', kind: 'off', year: 2024, name: '春节', source: '镇政发〔2024〕3号' },
      { date: '2024-02-10', kind: 'work', year: 2024 },
      { date: '2027-01-01', kind: 'off', year: 2027 },
    ]);
    expect(overridden.isWorkingDay('2024-02-09')).toBe(false);
    expect(overridden.isWorkingDay('2024-02-10')).toBe(true);
    expect(overridden.hasTable(2027)).toBe(false);
    expect(workingDaysBetween(overridden, '2024-02-08', '2024-02-18')).toBe(2); // 02-10 and 02-18
  });

  it('lets an amended notice win over the line before it', () => {
    const amended = buildCalendar(
      [
        { date: '2020-01-31', kind: 'work', year: 2020 },
        { date: '2020-01-31', kind: 'off', year: 2020 },
      ],
      [2020],
    );
    expect(amended.isWorkingDay('2020-01-31')).toBe(false);
  });

  it('guesses from the weekday where there is no table', () => {
    expect(calendar.isWorkingDay('2027-01-01')).toBe(true);
    expect(calendar.isWorkingDay('2027-01-02')).toBe(false);
  });

  it('refuses a row whose date does not exist', () => {
    expect(() => buildCalendar([{ date: '2024-02-30', kind: 'off', year: 2024 }], [2024])).toThrow(
      expect.objectContaining({ code: 'calendar.bad-date' }),
    );
  });
});

describe('working days', () => {
  it('stays on a working day and leaves a day off', () => {
    expect(nextWorkingDay(calendar, '2024-02-09')).toBe('2024-02-09');
    expect(nextWorkingDay(calendar, '2024-02-10')).toBe('2024-02-18');
    expect(nextWorkingDay(calendar, '2023-09-29')).toBe('2023-10-07');
  });

  it('counts backwards, for what must be sent two working days before a meeting', () => {
    expect(addWorkingDays(calendar, '2024-02-19', -2)).toBe('2024-02-09');
    expect(addWorkingDays(calendar, '2023-10-07', -2)).toBe('2023-09-27');
  });

  it('gives back the day itself for 0, worked or not', () => {
    expect(addWorkingDays(calendar, '2024-02-10', 0)).toBe('2024-02-10');
  });

  it('refuses half a day and numbers that would never end', () => {
    for (const n of [0.5, Number.POSITIVE_INFINITY, Number.MAX_SAFE_INTEGER]) {
      expect(() => addWorkingDays(calendar, '2024-02-10', n)).toThrow(
        expect.objectContaining({ code: 'calendar.bad-count' }),
      );
    }
  });

  it('counts between two days exactly as one by one', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 0, max: 500 }), (after, span) => {
        const upTo = addCalendarDays(after, span);
        let expected = 0;
        for (let n = 1; n <= span; n += 1) if (calendar.isWorkingDay(addCalendarDays(after, n))) expected += 1;
        expect(workingDaysBetween(calendar, after, upTo)).toBe(expected);
        expect(workingDaysBetween(calendar, upTo, after)).toBe(0 - expected);
      }),
    );
  });

  it('undoes what it added, on working days', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: -300, max: 300 }), (date, n) => {
        const from = nextWorkingDay(calendar, date);
        const to = addWorkingDays(calendar, from, n);
        expect(calendar.isWorkingDay(to)).toBe(true);
        expect(workingDaysBetween(calendar, from, to)).toBe(n);
        expect(addWorkingDays(calendar, to, -n)).toBe(from);
      }),
    );
  });
});

describe('receiptDate', () => {
  it('keeps the day up to closing time and no longer', () => {
    expect(receiptDate(calendar, '2023-04-20T17:30:00+08:00', '17:30')).toBe('2023-04-20');
    expect(receiptDate(calendar, '2023-04-20T17:30:01+08:00', '17:30')).toBe('2023-04-21');
    expect(receiptDate(calendar, '2023-04-20T00:10:00+08:00', '17:30')).toBe('2023-04-20');
  });

  it('moves what comes on a day off, or late before days off, to the next working day', () => {
    expect(receiptDate(calendar, '2023-04-22T09:00:00+08:00', '17:30')).toBe('2023-04-23'); // Saturday; Sunday is worked
    expect(receiptDate(calendar, '2024-02-09T18:00:00+08:00', '17:30')).toBe('2024-02-18');
  });

  it('keeps the whole day where no closing time counts, and moves only what comes on a day off', () => {
    expect(receiptDate(calendar, '2023-04-20T23:59:59+08:00', null)).toBe('2023-04-20');
    expect(receiptDate(calendar, '2023-04-22T09:00:00+08:00', null)).toBe('2023-04-23');
  });

  it('refuses an invalid closing time', () => {
    expect(() => receiptDate(calendar, '2023-04-20T09:00:00Z', '5pm')).toThrow(
      expect.objectContaining({ code: 'calendar.bad-time' }),
    );
  });
});

it('names the years with a table in their order, each once', () => {
  expect(buildCalendar([], [2026, 2009, 2023, 2009]).years).toEqual([2009, 2023, 2026]);
});
