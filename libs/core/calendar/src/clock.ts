import type { Calendar } from './calendar.ts';
import { wholeDays } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import { CalendarError } from './calendar-error.ts';
import { reckonEnd, reckonRunning } from './clock-reckoning.ts';
import type { ClockSpec, ClockState, ResumeMode } from './clock-state.ts';
import { checkLimit } from './due-date.ts';

/**
 * Starts a clock. `on` is day 0, normally the date of receipt.
 *
 * @throws CalendarError `calendar.bad-date`, `calendar.bad-limit`
 */
export function startClock(calendar: Calendar, spec: ClockSpec, on: CivilDate): ClockState {
  checkLimit(spec.limit);
  if (spec.floor) checkLimit(spec.floor);
  return reckonRunning(calendar, {
    key: spec.key,
    label: spec.label,
    ...(spec.citation === undefined ? {} : { citation: spec.citation }),
    status: 'running',
    startedOn: on,
    limit: { ...spec.limit },
    ...(spec.floor ? { floor: { ...spec.floor } } : {}),
    resume: spec.resume ?? 'continue',
    pausable: spec.until === undefined && (spec.pausable ?? true),
    segmentFrom: on,
    usedBefore: 0,
    counted: [],
    pauses: [],
    dueOn: null,
    provisional: false,
    ...(spec.until === undefined ? {} : { until: spec.until }),
    ...(spec.window === undefined ? {} : { window: { ...spec.window } }),
    ...(spec.atEnd === undefined ? {} : { atEnd: spec.atEnd }),
  });
}

/**
 * Pauses a running clock. The day of the pause still counts as used. A clock that is not pausable, already paused or
 * ended comes back unchanged (the same value), so that a repeated command does no harm. A pause dated before the
 * segment began (a notice sent on the Sunday before the Monday of receipt) uses nothing.
 */
export function pauseClock(calendar: Calendar, clock: ClockState, on: CivilDate, reason: string): ClockState {
  if (clock.status !== 'running' || !clock.pausable) return clock;
  return reckonRunning(calendar, { ...clock, status: 'paused', pauses: [...clock.pauses, { from: on, reason }] });
}

/**
 * Lets a paused clock go on; counting starts on the day after `on`. A clock that is not paused comes back unchanged.
 *
 * `continue` counts what is left. When nothing is left because the pause began on the last day, the clock is due on the
 * day of resumption; when it was overdue before the pause, its old due date stays. `restart` counts the full limit and
 * the floor again. A resumption dated before the pause counts as one on the day of the pause.
 *
 * @param mode Default: what the definition said (`clock.resume`).
 */
export function resumeClock(
  calendar: Calendar,
  clock: ClockState,
  on: CivilDate,
  mode: ResumeMode = clock.resume,
): ClockState {
  const last = clock.pauses.at(-1);
  if (clock.status !== 'paused' || !last) return clock;
  const pauses = [...clock.pauses.slice(0, -1), { ...last, to: on < last.from ? last.from : on, mode }];
  return reckonRunning(calendar, { ...clock, status: 'running', pauses });
}

/**
 * Ends a clock: `met` when what it waited for was done, `stopped` when it no longer matters. What was counted and when
 * it was due is frozen. An ended clock comes back unchanged.
 */
export function stopClock(
  calendar: Calendar,
  clock: ClockState,
  on: CivilDate,
  outcome: 'met' | 'stopped',
): ClockState {
  if (isEnded(clock)) return clock;
  return reckonEnd(calendar, { ...clock, status: outcome, endedOn: on });
}

/**
 * Makes the limit longer by `by` days of its own unit. `on` is the date of the decision and is only recorded; whether a
 * further extension is allowed is for the definition to say. 0 days, an ended clock, or one whose last day the case
 * itself names: unchanged.
 *
 * @throws CalendarError `calendar.bad-count` when `by` is negative or not whole
 */
export function extendClock(calendar: Calendar, clock: ClockState, by: number, on: CivilDate): ClockState {
  if (wholeDays(by) < 0) throw new CalendarError('calendar.bad-count', `延长天数“${by}”无效。请填写正整数。`);
  if (isEnded(clock) || by === 0 || clock.until !== undefined) return clock;
  const limit = { value: clock.limit.value + by, unit: clock.limit.unit };
  checkLimit(limit);
  return reckonRunning(calendar, { ...clock, limit, extensions: [...(clock.extensions ?? []), { on, by }] });
}

/**
 * Counts a clock again after a table was imported or corrected. When nothing moves the same value comes back, so that a
 * caller can log exactly the clocks that changed. An ended clock never moves.
 */
export function recomputeClock(calendar: Calendar, clock: ClockState): ClockState {
  if (isEnded(clock)) return clock;
  const again = reckonRunning(calendar, clock);
  const isSame =
    again.dueOn === clock.dueOn &&
    again.floorOn === clock.floorOn &&
    again.provisional === clock.provisional &&
    again.segmentFrom === clock.segmentFrom &&
    again.usedBefore === clock.usedBefore &&
    again.counted.join() === clock.counted.join();
  return isSame ? clock : again;
}

function isEnded(clock: ClockState): boolean {
  return clock.status === 'met' || clock.status === 'stopped';
}
