/** Clocks with a fixed last day, given by the case. */
import { describe, expect, it } from '@jest/globals';
import { buildCalendar } from './calendar.ts';
import { extendClock, pauseClock, recomputeClock, startClock, stopClock, viewClock } from './clock.ts';
import type { ClockSpec } from './clock-state.ts';
import { officialCalendar } from './official-days.ts';

const calendar = officialCalendar();
const validity: ClockSpec = {
  key: 'validity',
  label: '有效期',
  limit: { value: 1825, unit: 'day' },
  until: '2029-02-28',
  window: { value: 6, unit: 'month' },
  atEnd: 'lapse',
};

describe('a clock with a fixed last day', () => {
  const clock = startClock(calendar, validity, '2024-03-01');

  it('ends on that day, in a year without an official table as well, and is not provisional', () => {
    expect(clock).toMatchObject({ status: 'running', dueOn: '2029-02-28', provisional: false, pausable: false });
    const view = viewClock(calendar, clock, '2024-03-02');
    expect(view).toMatchObject({ used: 1, remaining: 1824, counted: [], fixed: true, windowOn: '2028-08-28' });
  });

  it('does not roll from a day off, and no calendar moves it', () => {
    // 2026-10-01 to 10-07 are days off.
    const payment = startClock(calendar, { ...validity, until: '2026-10-01', atEnd: 'overdue' }, '2026-09-01');
    expect(payment.dueOn).toBe('2026-10-01');
    expect(recomputeClock(buildCalendar([], []), payment)).toBe(payment);
  });

  it('lists no days as counted, however near its last day is', () => {
    const near = startClock(
      calendar,
      { ...validity, limit: { value: 9, unit: 'day' }, until: '2024-03-10' },
      '2024-03-01',
    );
    expect(viewClock(calendar, near, '2024-03-04').counted).toEqual([]);
  });

  it('neither pauses nor is extended', () => {
    expect(pauseClock(calendar, clock, '2024-04-01', '补正')).toBe(clock);
    expect(extendClock(calendar, clock, 5, '2024-04-01')).toBe(clock);
  });

  it('has lapsed when its last day is past, whether or not that is stored yet', () => {
    expect(viewClock(calendar, clock, '2029-02-28')).toMatchObject({ status: 'running', remaining: 0 });
    const unwritten = viewClock(calendar, clock, '2029-03-01');
    expect(unwritten).toMatchObject({ status: 'stopped', lapsed: true, endedOn: '2029-02-28', remaining: null });
    expect(unwritten).not.toHaveProperty('late');
    const written = stopClock(calendar, clock, '2029-02-28', 'stopped');
    expect(viewClock(calendar, written, '2029-03-01')).toEqual(unwritten);
  });

  it('is overdue instead where it does not lapse, until it is met', () => {
    const payment = startClock(calendar, { ...validity, until: '2024-06-28', atEnd: 'overdue' }, '2024-03-01');
    expect(viewClock(calendar, payment, '2024-06-29')).toMatchObject({ status: 'overdue', remaining: -1 });
    const late = stopClock(calendar, payment, '2024-07-02', 'met');
    expect(viewClock(calendar, late, '2024-07-03')).toMatchObject({ status: 'met', late: true });
    const inTime = stopClock(calendar, payment, '2024-06-01', 'met');
    expect(viewClock(calendar, inTime, '2024-07-03')).not.toHaveProperty('late');
    expect(viewClock(calendar, inTime, '2024-07-03')).not.toHaveProperty('lapsed');
  });
});
