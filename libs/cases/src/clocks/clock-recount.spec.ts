import { describe, expect, it } from '@jest/globals';
import {
  buildCalendar,
  officialCalendar,
  officialDays,
  officialYears,
  pauseClock,
  startClock,
  stopClock,
} from '@lawgate/calendar';
import { recounted, recountState } from './clock-recount.ts';

const spec = { key: 'review', label: '审核期限', limit: { value: 5, unit: 'workday' } } as const;
const shipped = officialCalendar();
const off = (date: string) => ({ date, kind: 'off', year: Number(date.slice(0, 4)) }) as const;
/** The shipped tables with one more day off in 2025 and in 2027, so that 2027 has a table. */
const corrected = buildCalendar([...officialDays, off('2025-03-05'), off('2027-01-01')], [...officialYears, 2027]);

describe('a clock under a changed calendar', () => {
  it('that was provisional gets its due date, even if that passed a year ago', () => {
    const clock = startClock(shipped, spec, '2026-12-28');
    expect(clock).toMatchObject({ dueOn: '2027-01-04', provisional: true });
    for (const today of ['2026-12-28', '2027-02-01', '2028-02-01']) {
      expect(recountState(corrected, clock, today)).toMatchObject({ dueOn: '2027-01-05', provisional: false });
    }
  });

  it('that is due this year moves, and one that was due in a past year stays', () => {
    const clock = startClock(shipped, spec, '2025-03-03');
    expect(recountState(corrected, clock, '2025-12-31')).toMatchObject({ dueOn: '2025-03-11' });
    expect(recountState(corrected, clock, '2026-01-01')).toBe(clock);
  });

  it('that is paused is recounted, and one that has ended is not', () => {
    const clock = startClock(shipped, spec, '2025-03-03');
    const paused = pauseClock(shipped, clock, '2025-03-06', '补正');
    expect(recountState(corrected, paused, '2025-03-07')).toMatchObject({ dueOn: null, usedBefore: 2 });
    const met = stopClock(shipped, clock, '2025-03-07', 'met');
    expect(recountState(corrected, met, '2025-03-07')).toBe(met);
  });

  it('that does not move is not listed', () => {
    const clocks = ['2026-03-02', '2026-12-28'].map((day) => ({
      run: 1,
      onDue: null,
      state: startClock(shipped, spec, day),
    }));
    expect(recounted(corrected, clocks, '2026-12-28').map(({ after }) => after.state.startedOn)).toEqual([
      '2026-12-28',
    ]);
    expect(recounted(shipped, clocks, '2026-12-28')).toEqual([]);
  });
});
