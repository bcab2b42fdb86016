import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addCalendarDays } from './civil-date.ts';
import { pauseClock, startClock, stopClock } from './clock.ts';
import { projectedEnd, threatTo } from './clock-projection.ts';
import type { ClockState } from './clock-state.ts';
import { dueDate } from './due-date.ts';
import { officialCalendar } from './official-days.ts';

const calendar = officialCalendar();
const keeperFrom = (on: string, days = 90): ClockState =>
  startClock(
    calendar,
    { key: 'statutory', label: '办案期限', limit: { value: days, unit: 'day' }, pausable: false },
    on,
  );
const reviewFrom = (on: string, days = 5): ClockState =>
  startClock(calendar, { key: 'review', label: '审核期限', limit: { value: days, unit: 'workday' } }, on);

describe('a case filed on 2024-09-02, whose 90 days end on 2024-12-02', () => {
  const keeper = keeperFrom('2024-09-02');
  const review = reviewFrom('2024-11-21');

  it('is safe as long as the review ends before', () => {
    expect([keeper.dueOn, review.dueOn]).toEqual(['2024-12-02', '2024-11-28']);
    expect(threatTo(calendar, keeper, review, null)).toBeNull();
  });

  it('is threatened when the rest of the review begins after the longest supplement', () => {
    const paused = pauseClock(calendar, review, '2024-11-26', '补正');
    const supplement = dueDate(calendar, '2024-11-26', { value: 5, unit: 'workday' }).rolled;
    expect(supplement).toBe('2024-12-03');
    // Two of five working days are left.
    expect(projectedEnd(calendar, paused, supplement)).toBe('2024-12-05');
    expect(threatTo(calendar, keeper, paused, supplement)).toEqual({
      projectedEnd: '2024-12-05',
      dueOn: '2024-12-02',
    });
    expect(threatTo(calendar, keeper, paused, '2024-11-28')).toBeNull();
  });

  it('is no longer reported when either clock has ended, or when the end of the pause is unknown', () => {
    const paused = pauseClock(calendar, review, '2024-11-26', '补正');
    expect(threatTo(calendar, keeper, paused, null)).toBeNull();
    expect(threatTo(calendar, stopClock(calendar, keeper, '2024-11-27', 'met'), paused, '2024-12-03')).toBeNull();
    const ended = stopClock(calendar, paused, '2024-11-27', 'stopped');
    expect(threatTo(calendar, keeper, ended, '2024-12-03')).toBeNull();
    const met = stopClock(calendar, review, '2024-11-27', 'met');
    expect(projectedEnd(calendar, met, '2024-12-03')).toBeNull();
  });
});

const anyDate = fc.integer({ min: 0, max: 2000 }).map((n) => addCalendarDays('2019-01-01', n));

describe('threats, whatever the dates', () => {
  it('never come from a clock that does not rest and ends in time', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(120), fc.nat(20), fc.option(fc.nat(60)), (filed, after, days, resumes) => {
        const keeper = keeperFrom(filed);
        const review = reviewFrom(addCalendarDays(filed, after), days);
        const resumesOn = resumes === null ? null : addCalendarDays(filed, after + resumes);
        const threat = threatTo(calendar, keeper, review, resumesOn);
        expect(threat === null).toBe((review.dueOn as string) <= (keeper.dueOn as string));
      }),
    );
  });

  it('only grow with the length of the supplement', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(90), fc.nat(8), fc.nat(40), fc.nat(40), (filed, after, used, length, longer) => {
        const keeper = keeperFrom(filed);
        const from = addCalendarDays(filed, after);
        const on = addCalendarDays(from, used);
        const paused = pauseClock(calendar, reviewFrom(from), on, '补正');
        const ends = [length, length + longer].map((days) => addCalendarDays(on, days));
        const [soon, late] = ends.map((end) => projectedEnd(calendar, paused, end) as string);
        expect((soon as string) <= (late as string)).toBe(true);
        const [first, second] = ends.map((end) => threatTo(calendar, keeper, paused, end));
        // What a short supplement threatens a longer one threatens, too.
        if (first !== null) expect(second).not.toBeNull();
      }),
    );
  });
});
