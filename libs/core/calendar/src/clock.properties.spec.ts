import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addWorkingDays, workingDaysBetween } from './calendar.ts';
import { addCalendarDays } from './civil-date.ts';
import { extendClock, pauseClock, recomputeClock, resumeClock, startClock, stopClock, viewClock } from './clock.ts';
import type { ClockState } from './clock-state.ts';
import { dueDate, type Limit } from './due-date.ts';
import { officialCalendar } from './official-days.ts';

const calendar = officialCalendar();
const anyDate = fc.integer({ min: 0, max: 2500 }).map((n) => addCalendarDays('2018-01-01', n));
const anyUnit = fc.constantFrom<Limit['unit']>('workday', 'day');

function start(from: string, value: number, unit: Limit['unit'] = 'workday'): ClockState {
  const limit = { value, unit };
  return startClock(calendar, { key: 'k', label: 'k', limit, floor: { value: 3, unit }, pausable: true }, from);
}

describe('clocks, whatever the dates', () => {
  it('is not changed by a pause of zero length', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(40), fc.nat(80), anyUnit, (from, value, offset, unit) => {
        const clock = start(from, value, unit);
        const on = addCalendarDays(from, offset - 5);
        const after = resumeClock(calendar, pauseClock(calendar, clock, on, '补正'), on, 'continue');
        expect([after.dueOn, after.floorOn]).toEqual([clock.dueOn, clock.floorOn]);
        const today = addCalendarDays(from, offset + 10);
        const { pauses: _one, ...viewAfter } = viewClock(calendar, after, today);
        const { pauses: _two, ...viewBefore } = viewClock(calendar, clock, today);
        expect(viewAfter).toEqual(viewBefore);
      }),
    );
  });

  it('differs between continuing and restarting by exactly the days used', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 30 }), fc.nat(50), fc.nat(40), (from, value, offset, length) => {
        const paused = pauseClock(calendar, start(from, value), addCalendarDays(from, offset), '补正');
        fc.pre(paused.usedBefore < value);
        const on = addCalendarDays(from, offset + length);
        const onward = resumeClock(calendar, paused, on, 'continue').dueOn as string;
        const restarted = resumeClock(calendar, paused, on, 'restart').dueOn as string;
        expect(workingDaysBetween(calendar, onward, restarted)).toBe(paused.usedBefore);
        expect(addWorkingDays(calendar, onward, paused.usedBefore)).toBe(restarted);
        expect(restarted).toBe(dueDate(calendar, on, { value, unit: 'workday' }).rolled);
      }),
    );
  });

  // Gaps in days: run, rest, run, rest ...
  const anyHistory = fc.array(fc.tuple(fc.nat(9), fc.nat(20), fc.constantFrom('continue', 'restart')), {
    maxLength: 5,
  });

  it('counts as many working days as the limit has, through any number of pauses', () => {
    fc.assert(
      fc.property(anyDate, fc.integer({ min: 1, max: 40 }), anyHistory, (from, value, history) => {
        let clock = start(from, value);
        let day = from;
        for (const [run, rest, mode] of history) {
          day = addCalendarDays(day, run);
          if (day >= (clock.dueOn as string)) break;
          clock = pauseClock(calendar, clock, day, '补正');
          expect(clock).toMatchObject({ status: 'paused', dueOn: null });
          day = addCalendarDays(day, rest);
          clock = resumeClock(calendar, clock, day, mode as 'continue' | 'restart');
          expect(clock.usedBefore).toBe(clock.counted.length);
        }
        const { counted, used, remaining, dueOn } = viewClock(calendar, clock, clock.segmentFrom);
        expect(counted).toHaveLength(value);
        expect(counted.every((date) => calendar.isWorkingDay(date))).toBe(true);
        expect(counted).toEqual([...new Set(counted)].sort());
        expect(counted.at(-1)).toBe(dueOn);
        expect(used + (remaining as number)).toBe(value);
        // No counted day is in a pause.
        const inPause = (date: string) =>
          clock.pauses.some((pause) => date > pause.from && date <= (pause.to as string));
        expect(counted.filter(inPause)).toEqual([]);
        expect(recomputeClock(calendar, clock)).toBe(clock);
      }),
    );
  });

  it('never comes due earlier for a later start, a longer limit or a longer pause', () => {
    fc.assert(
      fc.property(
        fc.record({ from: anyDate, value: fc.integer({ min: 1, max: 40 }), unit: anyUnit, more: fc.nat(20) }),
        fc.record({ run: fc.nat(30), rest: fc.nat(30) }),
        ({ from, value, unit, more }, { run, rest }) => {
          const clock = start(from, value, unit);
          expect((start(addCalendarDays(from, more), value, unit).dueOn as string) >= (clock.dueOn as string)).toBe(
            true,
          );
          expect((extendClock(calendar, clock, more, from).dueOn as string) >= (clock.dueOn as string)).toBe(true);
          const paused = pauseClock(calendar, clock, addCalendarDays(from, run), '补正');
          const sooner = resumeClock(calendar, paused, addCalendarDays(from, run + rest), 'continue');
          const later = resumeClock(calendar, paused, addCalendarDays(from, run + rest + more), 'continue');
          expect((later.dueOn as string) >= (sooner.dueOn as string)).toBe(true);
          expect((sooner.dueOn as string) >= (clock.dueOn as string)).toBe(true);
        },
      ),
    );
  });

  it('gives the same due date whether it is extended before, in or after a pause', () => {
    fc.assert(
      fc.property(
        anyDate,
        fc.integer({ min: 1, max: 30 }),
        fc.nat(20),
        fc.integer({ min: 1, max: 9 }),
        anyUnit,
        (from, value, run, by, unit) => {
          const on = addCalendarDays(from, run);
          const back = addCalendarDays(from, run + 6);
          const clock = start(from, value, unit);
          const before = resumeClock(
            calendar,
            pauseClock(calendar, extendClock(calendar, clock, by, on), on, ''),
            back,
          );
          const during = resumeClock(
            calendar,
            extendClock(calendar, pauseClock(calendar, clock, on, ''), by, on),
            back,
          );
          const after = extendClock(
            calendar,
            resumeClock(calendar, pauseClock(calendar, clock, on, ''), back),
            by,
            back,
          );
          expect(during).toEqual(before);
          expect({ ...after, extensions: before.extensions }).toEqual(before);
        },
      ),
    );
  });

  it('is late exactly when it was overdue on the day it ended', () => {
    fc.assert(
      fc.property(anyDate, fc.nat(30), fc.nat(60), anyUnit, (from, value, offset, unit) => {
        const clock = start(from, value, unit);
        const on = addCalendarDays(from, offset);
        const ended = viewClock(calendar, stopClock(calendar, clock, on, 'met'), '2026-12-31');
        const running = viewClock(calendar, clock, on);
        expect(ended.late === true).toBe(running.status === 'overdue');
        expect(ended.used).toBe(running.used);
        expect(ended.counted).toEqual(running.counted);
      }),
    );
  });
});
