import { describe, expect, it } from '@jest/globals';
import { buildCalendar } from './calendar.ts';
import { extendClock, pauseClock, recomputeClock, resumeClock, startClock, stopClock, viewClock } from './clock.ts';
import type { ClockSpec, ClockState } from './clock-state.ts';
import { officialCalendar, officialDays, officialYears } from './official-days.ts';

const calendar = officialCalendar();
const workdays = (value: number) => ({ value, unit: 'workday' as const });
const review: ClockSpec = {
  key: 'review',
  label: '合法性审核',
  limit: workdays(15),
  floor: workdays(5),
  citation: '国办发〔2018〕115号',
};
const statutory: ClockSpec = { key: 'case', label: '办案期限', limit: { value: 90, unit: 'day' }, pausable: false };

describe('worked case (a): a supplement in the review of a document', () => {
  const started = startClock(calendar, review, '2023-04-20');
  const paused = pauseClock(calendar, started, '2023-04-24', '补正');

  it('starts with the plain due date', () => {
    expect(started).toMatchObject({
      status: 'running',
      dueOn: '2023-05-12',
      floorOn: '2023-04-26',
      provisional: false,
    });
  });

  it('has used three days when the notice goes out, the day of the notice among them', () => {
    expect(paused).toMatchObject({
      status: 'paused',
      dueOn: null,
      usedBefore: 3,
      counted: ['2023-04-21', '2023-04-23', '2023-04-24'],
    });
    expect(viewClock(calendar, paused, '2023-04-28')).toMatchObject({ status: 'paused', used: 3, remaining: 12 });
  });

  it('is due 2023-05-19 with what is left', () => {
    const resumed = resumeClock(calendar, paused, '2023-05-04');
    expect(resumed).toMatchObject({ dueOn: '2023-05-19', segmentFrom: '2023-05-04', usedBefore: 3 });
    const view = viewClock(calendar, resumed, '2023-05-08');
    expect(view).toMatchObject({ status: 'running', used: 6, remaining: 9, limit: 15, floorOn: '2023-05-06' });
    expect(view.counted).toEqual([
      ...[
        '2023-04-21',
        '2023-04-23',
        '2023-04-24',
        '2023-05-05',
        '2023-05-06',
        '2023-05-08',
        '2023-05-09',
        '2023-05-10',
      ],
      ...['2023-05-11', '2023-05-12', '2023-05-15', '2023-05-16', '2023-05-17', '2023-05-18', '2023-05-19'],
    ]);
    expect(view.pauses).toEqual([{ from: '2023-04-24', to: '2023-05-04', reason: '补正', mode: 'continue' }]);
  });

  it('is due 2023-05-24 when the limit restarts, by command or by definition', () => {
    const restarted = resumeClock(calendar, paused, '2023-05-04', 'restart');
    expect(restarted).toMatchObject({ dueOn: '2023-05-24', usedBefore: 0, counted: [], floorOn: '2023-05-10' });
    const spec: ClockSpec = { ...review, resume: 'restart' };
    const byDefinition = pauseClock(calendar, startClock(calendar, spec, '2023-04-20'), '2023-04-24', '补正');
    expect(resumeClock(calendar, byDefinition, '2023-05-04').dueOn).toBe('2023-05-24');
  });
});

describe('worked case (b): no table for next year', () => {
  const spec: ClockSpec = { key: 'review', label: '合同审查', limit: workdays(5), pausable: true };
  const clock = startClock(calendar, spec, '2026-12-28');
  const newYear = { date: '2027-01-01', kind: 'off' as const, year: 2027, name: '元旦' };
  const with2027 = buildCalendar([...officialDays, newYear], [...officialYears, 2027]);

  it('is provisional and never overdue', () => {
    expect(clock).toMatchObject({ provisional: true, dueOn: '2027-01-04' });
    expect(viewClock(calendar, clock, '2027-03-01')).toMatchObject({ status: 'running', provisional: true });
  });

  it('is counted again when the table comes, and then can be overdue', () => {
    const again = recomputeClock(with2027, clock);
    expect(again).toMatchObject({ provisional: false, dueOn: '2027-01-05' });
    expect(viewClock(with2027, again, '2027-01-05').status).toBe('running');
    expect(viewClock(with2027, again, '2027-01-06').status).toBe('overdue');
    expect(recomputeClock(with2027, again)).toBe(again);
  });

  it('never moves once it has ended, and is never late by a provisional date', () => {
    const ended = stopClock(calendar, clock, '2027-01-11', 'met');
    expect(recomputeClock(with2027, ended)).toBe(ended);
    expect(viewClock(with2027, ended, '2027-02-01').late).toBeUndefined();
  });

  it('counts days used before a pause again too', () => {
    const resumed = resumeClock(calendar, pauseClock(calendar, clock, '2027-01-01', '补正'), '2027-01-06');
    expect(resumed).toMatchObject({ usedBefore: 4, provisional: true, dueOn: '2027-01-07' });
    expect(recomputeClock(with2027, resumed)).toMatchObject({ usedBefore: 3, provisional: false, dueOn: '2027-01-08' });
  });
});

describe('commands that come twice or too late', () => {
  const running = startClock(calendar, review, '2023-04-20');
  const paused = pauseClock(calendar, running, '2023-04-24', '补正');
  const ended = stopClock(calendar, running, '2023-05-10', 'met');

  it('leaves the clock as it is', () => {
    expect(pauseClock(calendar, paused, '2023-04-26', '再次')).toBe(paused);
    expect(resumeClock(calendar, running, '2023-04-26')).toBe(running);
    expect(stopClock(calendar, ended, '2023-06-01', 'stopped')).toBe(ended);
    expect(pauseClock(calendar, ended, '2023-06-01', '补正')).toBe(ended);
    expect(resumeClock(calendar, ended, '2023-06-01')).toBe(ended);
    expect(extendClock(calendar, ended, 5, '2023-06-01')).toBe(ended);
    expect(extendClock(calendar, running, 0, '2023-04-26')).toBe(running);
  });

  it('never pauses a clock that the law lets nobody pause', () => {
    const clock = startClock(calendar, statutory, '2024-09-02');
    expect(pauseClock(calendar, clock, '2024-09-10', '补正')).toBe(clock);
    expect(clock.dueOn).toBe('2024-12-02');
  });

  it('does not change the value it was given', () => {
    const frozen = JSON.stringify(running);
    resumeClock(calendar, pauseClock(calendar, running, '2023-04-24', '补正'), '2023-05-04');
    extendClock(calendar, running, 5, '2023-04-24');
    expect(JSON.stringify(running)).toBe(frozen);
  });

  it('survives a trip through JSON at every step', () => {
    const steps: ClockState[] = [running, paused, resumeClock(calendar, paused, '2023-05-04'), ended];
    for (const step of steps) expect(JSON.parse(JSON.stringify(step))).toStrictEqual(step);
    expect(JSON.parse(JSON.stringify(viewClock(calendar, ended, '2023-06-01')))).toStrictEqual(
      viewClock(calendar, ended, '2023-06-01'),
    );
  });
});

describe('pauses at the edges', () => {
  const five: ClockSpec = { key: 'review', label: '审查', limit: workdays(5), floor: workdays(2), pausable: true };
  const clock = startClock(calendar, five, '2023-09-04'); // a Monday; due Monday 09-11

  it('adds up two supplements in a row', () => {
    const first = resumeClock(calendar, pauseClock(calendar, clock, '2023-09-05', '补正'), '2023-09-07');
    const second = resumeClock(calendar, pauseClock(calendar, first, '2023-09-08', '补正'), '2023-09-13');
    expect(second).toMatchObject({ usedBefore: 2, counted: ['2023-09-05', '2023-09-08'], dueOn: '2023-09-18' });
    expect(viewClock(calendar, second, '2023-09-13').counted).toHaveLength(5);
  });

  it('is due on the day of resumption when the pause began on the last day', () => {
    const resumed = resumeClock(calendar, pauseClock(calendar, clock, '2023-09-11', '补正'), '2023-09-20');
    expect(resumed.dueOn).toBe('2023-09-20');
    expect(viewClock(calendar, resumed, '2023-09-20')).toMatchObject({ status: 'running', used: 5, remaining: 0 });
    expect(viewClock(calendar, resumed, '2023-09-21')).toMatchObject({ status: 'overdue', used: 6, remaining: -1 });
  });

  it('stays overdue through a pause: pausing cannot hide it', () => {
    const late = pauseClock(calendar, clock, '2023-09-13', '补正');
    expect(viewClock(calendar, late, '2023-09-14')).toMatchObject({ status: 'paused', used: 7, remaining: 0 });
    const resumed = resumeClock(calendar, late, '2023-09-20');
    expect(resumed.dueOn).toBe('2023-09-11');
    expect(viewClock(calendar, resumed, '2023-09-20')).toMatchObject({ status: 'overdue', used: 7, remaining: -2 - 5 });
    expect(viewClock(calendar, resumed, '2023-09-20').counted).toHaveLength(5);
    expect(viewClock(calendar, stopClock(calendar, late, '2023-09-14', 'stopped'), '2023-10-20').late).toBe(true);
  });

  it('stays overdue when it is paused on the day after its last one', () => {
    const paused = pauseClock(calendar, clock, '2023-09-12', '补正');
    expect(resumeClock(calendar, paused, '2023-09-20').dueOn).toBe('2023-09-11');
  });

  it('uses nothing when the notice is dated before the day of receipt', () => {
    const paused = pauseClock(calendar, clock, '2023-09-03', '补正');
    expect(paused.usedBefore).toBe(0);
    expect(resumeClock(calendar, paused, '2023-09-03').dueOn).toBe('2023-09-11');
    expect(resumeClock(calendar, paused, '2023-09-06').dueOn).toBe('2023-09-13');
  });

  it('does not run backwards when the resumption is dated before the pause', () => {
    const resumed = resumeClock(calendar, pauseClock(calendar, clock, '2023-09-06', '补正'), '2023-09-05');
    expect(resumed).toMatchObject({ dueOn: '2023-09-11', usedBefore: 2 });
  });

  it('keeps a floor that was reached before the pause, and moves one that was not', () => {
    const after = resumeClock(calendar, pauseClock(calendar, clock, '2023-09-06', '补正'), '2023-09-20');
    expect(after.floorOn).toBe('2023-09-06');
    const before = resumeClock(calendar, pauseClock(calendar, clock, '2023-09-05', '补正'), '2023-09-20');
    expect(before.floorOn).toBe('2023-09-21');
  });

  it('pauses clocks that count calendar days', () => {
    const days: ClockSpec = { key: 'filing', label: '备案', limit: { value: 15, unit: 'day' }, pausable: true };
    const paused = pauseClock(calendar, startClock(calendar, days, '2023-09-18'), '2023-09-22', '补正');
    expect(paused).toMatchObject({ usedBefore: 4, dueOn: null });
    const resumed = resumeClock(calendar, paused, '2023-09-25');
    // Eleven days are left: 2023-10-06 is a day off and rolls to the make-up day.
    expect(resumed.dueOn).toBe('2023-10-07');
    expect(viewClock(calendar, resumed, '2023-10-07')).toMatchObject({ status: 'running', remaining: 0 });
    expect(viewClock(calendar, resumed, '2023-10-07').counted).toHaveLength(15);
  });

  it('keeps the rolled day when a calendar limit is paused within the roll', () => {
    const days: ClockSpec = { key: 'filing', label: '备案', limit: { value: 15, unit: 'day' }, pausable: true };
    const paused = pauseClock(calendar, startClock(calendar, days, '2023-09-18'), '2023-10-05', '补正'); // due 10-03 → 10-07
    expect(resumeClock(calendar, paused, '2023-10-05').dueOn).toBe('2023-10-07');
    expect(resumeClock(calendar, paused, '2023-10-14').dueOn).toBe('2023-10-16');
  });
});

describe('extending and ending', () => {
  const clock = startClock(calendar, review, '2023-09-28'); // due 2023-10-25

  it('adds the days to the limit, in a pause as well', () => {
    const extended = extendClock(calendar, clock, 5, '2023-10-20');
    expect(extended).toMatchObject({
      dueOn: '2023-11-01',
      limit: { value: 20 },
      extensions: [{ on: '2023-10-20', by: 5 }],
    });
    const paused = pauseClock(calendar, clock, '2023-10-09', '专家咨询');
    const inPause = extendClock(calendar, paused, 5, '2023-10-10');
    expect(inPause.dueOn).toBeNull();
    expect(resumeClock(calendar, inPause, '2023-10-09').dueOn).toBe('2023-11-01');
    expect(() => extendClock(calendar, clock, -1, '2023-10-20')).toThrow(
      expect.objectContaining({ code: 'calendar.bad-count' }),
    );
  });

  it('keeps what was true at the end, whatever the calendar says later', () => {
    const met = stopClock(calendar, clock, '2023-10-11', 'met');
    const view = viewClock(calendar, met, '2024-01-01');
    expect(view).toMatchObject({ status: 'met', used: 5, remaining: null, dueOn: '2023-10-25', endedOn: '2023-10-11' });
    expect(view.counted).toHaveLength(15);
    expect(view).not.toHaveProperty('late');
    expect(viewClock(buildCalendar([], []), met, '2024-01-01')).toEqual(view);
  });

  it('stays met when it was met late, and is marked late', () => {
    const onTime = viewClock(calendar, stopClock(calendar, clock, '2023-10-25', 'met'), '2024-01-01');
    expect(onTime).not.toHaveProperty('late');
    const late = viewClock(calendar, stopClock(calendar, clock, '2023-10-26', 'met'), '2024-01-01');
    expect(late).toMatchObject({ status: 'met', late: true, used: 16 });
    expect(late.counted).toHaveLength(15);
  });

  it('has used nothing before its first day', () => {
    expect(viewClock(calendar, clock, '2023-09-01')).toMatchObject({ status: 'running', used: 0, remaining: 15 });
  });
});

describe('what a clock keeps', () => {
  it('its citation, and none where the definition gives none', () => {
    const cited = startClock(calendar, review, '2023-04-20');
    expect([cited.citation, viewClock(calendar, cited, '2023-04-21').citation]).toEqual([
      review.citation,
      review.citation,
    ]);
    const plain = startClock(calendar, statutory, '2023-04-20');
    expect('citation' in plain || 'citation' in viewClock(calendar, plain, '2023-04-21')).toBe(false);
  });

  it('rejects a limit or floor that is not a number of days, also in an extension', () => {
    const bad = expect.objectContaining({ code: 'calendar.bad-limit' });
    expect(() => startClock(calendar, { ...review, limit: workdays(-1) }, '2023-04-20')).toThrow(bad);
    expect(() => startClock(calendar, { ...review, floor: workdays(1.5) }, '2023-04-20')).toThrow(bad);
    const maxLimit = startClock(calendar, { ...statutory, limit: { value: 36_525, unit: 'day' } }, '2023-04-20');
    expect(() => extendClock(calendar, maxLimit, 1, '2023-04-21')).toThrow(bad);
  });

  it('its pause of one day, and is not resumed twice', () => {
    const paused = pauseClock(calendar, startClock(calendar, review, '2023-04-20'), '2023-04-24', '补正');
    const resumed = resumeClock(calendar, paused, '2023-04-24');
    expect(resumed.pauses).toEqual([{ from: '2023-04-24', to: '2023-04-24', reason: '补正', mode: 'continue' }]);
    expect(resumeClock(calendar, resumed, '2023-04-27')).toBe(resumed);
  });

  it('its end, when it was stopped: no other table and no later stop moves it', () => {
    const stopped = stopClock(calendar, startClock(calendar, review, '2023-04-20'), '2023-04-24', 'stopped');
    expect(recomputeClock(buildCalendar([], []), stopped)).toBe(stopped);
    expect(stopClock(calendar, stopped, '2023-04-26', 'met')).toBe(stopped);
    expect(extendClock(calendar, stopped, 5, '2023-04-26')).toBe(stopped);
  });
});

describe('a recounted clock', () => {
  const off = (date: string) => ({ date, kind: 'off' as const, year: 2023 });
  const guessed = buildCalendar([], []);
  const known = buildCalendar([], [2023]);

  it('is reported when it is no longer provisional, even if its due date stays', () => {
    const clock = startClock(guessed, review, '2023-06-05');
    expect(recomputeClock(known, clock)).toMatchObject({ dueOn: clock.dueOn, provisional: false });
  });

  it('is reported when only its floor moves', () => {
    const clock = startClock(known, { ...review, floor: workdays(16) }, '2023-06-05');
    const moved = recomputeClock(buildCalendar([off('2023-06-27')], [2023]), clock);
    expect([moved.dueOn === clock.dueOn, moved.floorOn === clock.floorOn]).toEqual([true, false]);
  });

  it('is reported when only its counted days change', () => {
    const swapped = buildCalendar([off('2023-06-08'), { ...off('2023-06-10'), kind: 'work' }], [2023]);
    const paused = pauseClock(known, startClock(known, review, '2023-06-05'), '2023-06-12', '补正');
    const moved = recomputeClock(swapped, paused);
    expect([moved.usedBefore, moved.counted]).toEqual([
      paused.usedBefore,
      ['2023-06-06', '2023-06-07', '2023-06-09', '2023-06-10', '2023-06-12'],
    ]);
  });
});

describe('a clock that was paused in a year without a table', () => {
  const nextYear = buildCalendar([], [2024]);
  const paused = pauseClock(nextYear, startClock(nextYear, review, '2023-12-25'), '2023-12-28', '补正');

  it('stays provisional when the remaining days are in a year without a table', () => {
    expect(resumeClock(nextYear, paused, '2024-01-05')).toMatchObject({ usedBefore: 3, provisional: true });
  });

  it('is no longer provisional when it restarts in a year with a table', () => {
    expect(resumeClock(nextYear, paused, '2024-01-05', 'restart')).toMatchObject({ usedBefore: 0, provisional: false });
  });
});

describe('a clock that restarts after a pause', () => {
  it('counts its floor again, even if it had been reached', () => {
    const paused = pauseClock(calendar, startClock(calendar, review, '2023-06-01'), '2023-06-12', '补正');
    expect(paused.floorOn).toBe('2023-06-08');
    expect(resumeClock(calendar, paused, '2023-06-13').floorOn).toBe('2023-06-08');
    expect(resumeClock(calendar, paused, '2023-06-13', 'restart').floorOn).toBe('2023-06-20');
  });

  it('has no due date when it is ended in the pause in time, and keeps the old one when it was late before', () => {
    const started = startClock(calendar, review, '2023-06-01');
    const inTime = pauseClock(calendar, started, '2023-06-12', '补正');
    expect(stopClock(calendar, inTime, '2023-06-14', 'stopped').dueOn).toBeNull();
    const late = pauseClock(calendar, started, '2023-07-03', '补正');
    expect(stopClock(calendar, late, '2023-07-04', 'stopped').dueOn).toBe(started.dueOn);
    const restarted = pauseClock(calendar, resumeClock(calendar, late, '2023-07-04', 'restart'), '2023-07-05', '补正');
    expect(stopClock(calendar, restarted, '2023-07-06', 'stopped').dueOn).toBeNull();
  });
});

describe('a clock recounted by a corrected table', () => {
  it('is reported when only its due date moves', () => {
    const before = buildCalendar([], [2023]);
    const after = buildCalendar([{ date: '2023-06-21', kind: 'off', year: 2023 }], [2023]);
    const clock = startClock(before, { key: 'review', label: '合法性审核', limit: workdays(15) }, '2023-06-05');
    expect([clock.dueOn, recomputeClock(after, clock).dueOn]).toEqual(['2023-06-26', '2023-06-27']);
  });
});

describe('a clock that lapses', () => {
  const lapsing = { ...statutory, until: '2023-06-30', atEnd: 'lapse' as const };

  it('is not marked as lapsed when a person ended it before its last day, or when it has a fixed day without an end', () => {
    const stopped = stopClock(calendar, startClock(calendar, lapsing, '2023-06-01'), '2023-06-20', 'stopped');
    expect(viewClock(calendar, stopped, '2023-07-05')).not.toHaveProperty('lapsed');
    const met = stopClock(calendar, startClock(calendar, lapsing, '2023-06-01'), '2023-06-30', 'met');
    expect(viewClock(calendar, met, '2023-07-05')).not.toHaveProperty('lapsed');
  });

  it('shows no window while it is paused, since its last day is not known', () => {
    const running = startClock(calendar, { ...review, window: { value: 5, unit: 'day' } }, '2023-06-01');
    expect(viewClock(calendar, running, '2023-06-05')).toHaveProperty('windowOn');
    const paused = pauseClock(calendar, running, '2023-06-05', '补正');
    expect(viewClock(calendar, paused, '2023-06-05')).not.toHaveProperty('windowOn');
  });

  it('shows neither window nor floor nor fixed day where it has none', () => {
    const view = viewClock(calendar, startClock(calendar, statutory, '2023-06-01'), '2023-06-05');
    for (const key of ['windowOn', 'floorOn', 'fixed', 'endedOn', 'late', 'lapsed'])
      expect(view).not.toHaveProperty(key);
  });
});
