import { describe, expect, it } from '@jest/globals';
import {
  extendClock,
  officialCalendar,
  pauseClock,
  resumeClock,
  startClock,
  stopClock,
  type ClockState,
} from '@lawgate/calendar';
import type { Definition } from './definition.ts';
import { newThreats, threatsIn, type ClockThreat } from './declared-clocks.ts';

const calendar = officialCalendar();
const definition = {
  clocks: {
    statutory: {
      label: '办案期限',
      citation: '《测试法》第六十条',
      covers: [{ clock: 'review', pausedFor: ['supplement'] }],
    },
    review: { label: '审核期限', citation: '测试' },
    supplement: { label: '补正期限', citation: '测试' },
  },
} as Pick<Definition, 'clocks'>;

const spec = (key: string, label: string, value: number, unit: 'day' | 'workday') => ({
  key,
  label,
  limit: { value, unit },
  pausable: key === 'review',
});
const statutory = startClock(calendar, spec('statutory', '办案期限', 90, 'day'), '2024-09-02'); // due 2024-12-02
const reviewFrom = (on: string): ClockState => startClock(calendar, spec('review', '审核期限', 5, 'workday'), on);
const supplementFrom = (on: string): ClockState =>
  startClock(calendar, spec('supplement', '补正期限', 5, 'workday'), on);

const threats = (...clocks: ClockState[]): ClockThreat[] =>
  threatsIn(definition, calendar, new Map([statutory, ...clocks].map((clock) => [clock.key, clock])));
const warningCount = (before: readonly ClockThreat[], after: readonly ClockThreat[]): number =>
  newThreats(before, after).length;

describe('a clock that cannot be paused', () => {
  it('is endangered by a review that begins too late, and is warned of it once', () => {
    const late = threats(reviewFrom('2024-11-27'));
    expect(late).toMatchObject([
      { key: 'statutory', rule: 'clock.threatened', citation: '《测试法》第六十条', covered: 'review', pauses: 0 },
    ]);
    expect(late[0]?.message).toBe(
      '办案期限于2024-12-02届满，审核期限要到2024-12-04才届满。请提前办结审查，必要时依法办理办案期限的延长。',
    );
    expect(warningCount(threats(), late)).toBe(1);
    expect(warningCount(late, late)).toBe(0);
  });

  it('is endangered by an extension', () => {
    const review = reviewFrom('2024-11-21'); // due 11-28
    const extended = extendClock(calendar, review, 5, '2024-11-25');
    expect(warningCount(threats(review), threats(extended))).toBe(1);
  });

  it('is warned of each pause once, not of its end, and of the next pause again', () => {
    const review = reviewFrom('2024-11-21');
    const paused = pauseClock(calendar, review, '2024-11-26', '补正');
    const inPause = threats(paused, supplementFrom('2024-11-26'));
    expect(inPause[0]?.message).toContain('办案期限于2024-12-02届满，不因审查中止而停止计算');
    expect(warningCount(threats(review), inPause)).toBe(1);
    const resumedLate = resumeClock(calendar, paused, '2024-12-02');
    const onward = threats(resumedLate, stopClock(calendar, supplementFrom('2024-11-26'), '2024-12-02', 'met'));
    expect([onward.length, warningCount(inPause, onward)]).toEqual([1, 0]);
    const again = threats(pauseClock(calendar, resumedLate, '2024-12-03', '补正'), supplementFrom('2024-12-03'));
    expect(warningCount(onward, again)).toBe(1);
  });

  it('is evaluated for whichever pause is open', () => {
    const covers = [{ clock: 'review', pausedFor: ['supplement', 'inquiry'] }];
    const two = { clocks: { statutory: { label: '办案期限', citation: '测试', covers } } };
    const paused = pauseClock(calendar, reviewFrom('2024-11-21'), '2024-11-26', '请示');
    const clocks = (...more: ClockState[]) => new Map([statutory, paused, ...more].map((clock) => [clock.key, clock]));
    const inquiry = startClock(calendar, spec('inquiry', '请示期限', 10, 'workday'), '2024-11-26');
    const over = stopClock(calendar, supplementFrom('2024-11-21'), '2024-11-22', 'met');
    const found = threatsIn(two, calendar, clocks(over, inquiry));
    expect(found.map(({ message }) => message.includes('请示期限用满的'))).toEqual([true]);
    expect(threatsIn(two, calendar, clocks(over))).toEqual([]);
  });

  it('is warned of a pause only while it lasts, whatever else runs', () => {
    const review = reviewFrom('2024-11-27');
    const [alone] = threats(review);
    const [parallel] = threats(review, supplementFrom('2024-11-27'));
    expect(alone?.message).not.toContain('中止');
    expect(parallel?.message).toBe(alone?.message);
  });

  it('is warned of a resumption that comes too late, where the pause was harmless', () => {
    const paused = pauseClock(calendar, reviewFrom('2024-11-11'), '2024-11-14', '补正');
    const harmless = threats(paused, supplementFrom('2024-11-14'));
    expect(harmless).toEqual([]);
    expect(warningCount(harmless, threats(resumeClock(calendar, paused, '2024-11-29')))).toBe(1);
  });

  it('is not evaluated when it does not run, nor where a pause has no clock of its own', () => {
    const review = pauseClock(calendar, reviewFrom('2024-11-21'), '2024-11-26', '补正');
    expect(threats(review)).toEqual([]);
    const ended = stopClock(calendar, statutory, '2024-11-27', 'met');
    const clocks = new Map([ended, reviewFrom('2024-11-27')].map((clock) => [clock.key, clock]));
    expect(threatsIn(definition, calendar, clocks)).toEqual([]);
    expect(threatsIn(definition, calendar, new Map())).toEqual([]);
    const late = reviewFrom('2024-11-27');
    expect(threatsIn(definition, calendar, new Map([[late.key, late]]))).toEqual([]);
  });
});
