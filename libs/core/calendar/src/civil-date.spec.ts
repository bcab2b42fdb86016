import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import {
  addCalendarDays,
  civilDateOf,
  dateOfDayNumber,
  dayNumber,
  daysBetween,
  instantOf,
  parseCivilDate,
  parseTimeOfDay,
  weekday,
} from './civil-date.ts';

const code = (code: string) => expect.objectContaining({ name: 'CalendarError', code });

describe('civil dates', () => {
  it.each([
    '2023-02-30',
    '2023-02-29',
    '2100-02-29',
    '2023-13-01',
    '2023-00-10',
    '2023-04-00',
    '2023-04-31',
    '2023-06-31',
    '2023-09-31',
    '2023-11-31',
    '2023-12-32',
    '0000-01-01',
  ])('refuses %s, which does not exist', (text) =>
    expect(() => parseCivilDate(text)).toThrow(code('calendar.bad-date')),
  );

  it('reach from the first day of the year 1 to the last of the year 9999, and no further', () => {
    expect([dateOfDayNumber(dayNumber('0001-01-01')), dateOfDayNumber(dayNumber('9999-12-31'))]).toEqual([
      '0001-01-01',
      '9999-12-31',
    ]);
    for (const [from, days] of [
      ['0001-01-01', -1],
      ['9999-12-31', 1],
    ] as const) {
      expect(() => addCalendarDays(from, days)).toThrow(code('calendar.bad-count'));
    }
    expect(() => dateOfDayNumber(0.5)).toThrow(code('calendar.bad-count'));
    expect(addCalendarDays('0001-01-01', dayNumber('9999-12-31') - dayNumber('0001-01-01'))).toBe('9999-12-31');
  });

  it.each([
    '',
    '2023-4-1',
    '20230401',
    '2023/04/01',
    '2023/04-01',
    '2023-04/01',
    '2023-0/-01',
    ' 2023-04-01',
    '2023-04-01T00:00:00Z',
    '２０２３-04-01',
    '-023-04-01',
  ])('refuses "%s", which is not written as a date', (text) =>
    expect(() => parseCivilDate(text)).toThrow(code('calendar.bad-date')),
  );

  it('refuses what is not text', () => {
    expect(() => parseCivilDate(undefined as unknown as string)).toThrow(code('calendar.bad-date'));
  });

  it('knows leap days', () => {
    expect(parseCivilDate('2024-02-29')).toBe('2024-02-29');
    expect(parseCivilDate('2000-02-29')).toBe('2000-02-29');
    expect(addCalendarDays('2024-02-28', 2)).toBe('2024-03-01');
    // 2000-02-28 is followed by the leap day of a 400-year, a 100-year and a 4-year cycle, counted from March.
    expect(addCalendarDays('2000-02-28', 1)).toBe('2000-02-29');
    expect(addCalendarDays('2100-02-28', 1)).toBe('2100-03-01');
    expect(addCalendarDays('1600-02-28', 1)).toBe('1600-02-29');
    expect(addCalendarDays('2023-03-01', -1)).toBe('2023-02-28');
  });

  it('agrees with the platform on every day number and weekday', () => {
    fc.assert(
      fc.property(fc.integer({ min: -719_162, max: 2_932_896 }), (number) => {
        const date = dateOfDayNumber(number);
        const platform = new Date(number * 86_400_000);
        expect(date).toBe(platform.toISOString().slice(0, 10));
        expect(dayNumber(date)).toBe(number);
        expect(weekday(date)).toBe(platform.getUTCDay());
      }),
    );
  });

  it('counts days both ways', () => {
    expect(daysBetween('2023-12-31', '2024-03-01')).toBe(61);
    expect(daysBetween('2024-03-01', '2023-12-31')).toBe(-61);
  });

  it('refuses a number of days that is not whole or leaves the calendar', () => {
    expect(() => addCalendarDays('2024-01-01', 1.5)).toThrow(code('calendar.bad-count'));
    expect(() => addCalendarDays('2024-01-01', Number.NaN)).toThrow(code('calendar.bad-count'));
    expect(() => addCalendarDays('9999-12-31', 1)).toThrow(code('calendar.bad-count'));
  });
});

describe('instants', () => {
  it('reads the Shanghai date of an instant, whatever offset it is written in', () => {
    expect(civilDateOf('2023-04-20T15:59:59.999Z')).toBe('2023-04-20');
    expect(civilDateOf('2023-04-20T16:00:00Z')).toBe('2023-04-21');
    expect(civilDateOf('2023-04-21T00:00:00+08:00')).toBe('2023-04-21');
    expect(civilDateOf(new Date('2022-12-31T16:00:00Z'))).toBe('2023-01-01');
    expect(civilDateOf('1969-12-31T15:00:00Z')).toBe('1969-12-31');
  });

  it('reads what PostgreSQL writes', () => {
    expect(civilDateOf('2023-04-20 23:59:59.123456+08')).toBe('2023-04-20');
    expect(civilDateOf('2023-04-20 16:00:00+00')).toBe('2023-04-21');
  });

  it.each(['2023-04-20T10:00:00', '2023-04-20', 'yesterday', '2023-02-30T00:00:00Z', '2023-04-20T25:00:00Z'])(
    'refuses "%s": without an offset it would be another day on another machine, or it is no day at all',
    (text) => expect(() => civilDateOf(text)).toThrow(expect.objectContaining({ name: 'CalendarError' })),
  );

  it('refuses an invalid Date', () => {
    expect(() => civilDateOf(new Date('nonsense'))).toThrow(code('calendar.bad-instant'));
  });

  it('gives the instant of a Shanghai local time', () => {
    expect(instantOf('2023-04-20')).toBe('2023-04-19T16:00:00.000Z');
    expect(instantOf('2023-04-20', '17:30')).toBe('2023-04-20T09:30:00.000Z');
    expect(() => instantOf('2023-04-20', '24:00')).toThrow(code('calendar.bad-time'));
    expect(() => instantOf('2023-04-31')).toThrow(code('calendar.bad-date'));
  });

  it('returns to the date it came from at any time of day', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 40_000 }), fc.integer({ min: 0, max: 1439 }), (number, minute) => {
        const hhmm = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
        expect(civilDateOf(instantOf(dateOfDayNumber(number), hhmm))).toBe(dateOfDayNumber(number));
      }),
    );
  });
});

describe('times of day and instants', () => {
  it.each(['24:00', '7:30', '07:60', '107:30', '07:300', '07-30', ''])('refuses the time "%s"', (time) => {
    expect(() => parseTimeOfDay(time)).toThrow(code('calendar.bad-time'));
  });

  it.each([
    ['2023-04-20T16:30Z', '2023-04-21'],
    ['2023-04-20 23:30:00.123+08', '2023-04-20'],
    ['2023-04-20T23:30:00+0800', '2023-04-20'],
    ['2023-04-20T23:30:00+07:00', '2023-04-21'],
  ])('%s is %s in Shanghai', (instant, date) => {
    expect(civilDateOf(instant)).toBe(date);
  });

  it('reads the same day whatever the zone of the process', () => {
    const zone = process.env.TZ;
    try {
      process.env.TZ = 'America/New_York';
      expect(new Date(2023, 0, 1).getTimezoneOffset()).toBe(300);
      expect(civilDateOf('2023-04-20T15:59:59Z')).toBe('2023-04-20');
    } finally {
      if (zone === undefined) delete process.env.TZ;
      else process.env.TZ = zone;
    }
  });

  it.each(['202 -04-20', '2023-/4-20', '2023-04-2.', '2023-04-2:'])('accepts ASCII digits only: "%s"', (text) => {
    expect(() => dayNumber(text)).toThrow(code('calendar.bad-date'));
  });

  it.each(['x2023-04-20T16:30:00Z', '2023-04-20T16:30:00Zx', '2023-04-20T16:30:00', '2023-04-20', ''])(
    'refuses "%s", which is no instant',
    (text) => expect(() => civilDateOf(text)).toThrow(code('calendar.bad-instant')),
  );
});
