import type { Calendar } from './calendar.ts';
import { wholeDays, type CivilDate, dayNumber } from './civil-date.ts';
import { CalendarError } from './calendar-error.ts';
import { reckonEnd, reckonRunning, countedToDue, checkLimit, usedDays, type Limit } from './due-date.ts';
import type { ClockSpec, ClockState, ResumeMode, ClockPause } from './clock-state.ts';
import { windowDay } from './span.ts';

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
 * ended is returned unchanged (the same value), so a repeated command has no effect. A pause dated before the segment
 * began (a notice sent on the Sunday before the Monday of receipt) uses nothing.
 */
export function pauseClock(calendar: Calendar, clock: ClockState, on: CivilDate, reason: string): ClockState {
  if (clock.status !== 'running' || !clock.pausable) return clock;
  return reckonRunning(calendar, { ...clock, status: 'paused', pauses: [...clock.pauses, { from: on, reason }] });
}

/**
 * Resumes a paused clock; counting starts on the day after `on`. A clock that is not paused is returned unchanged.
 *
 * `continue` counts what is left. When nothing is left because the pause began on the last day, the clock is due on the
 * day of resumption; when it was overdue before the pause, its old due date stays. `restart` counts the full limit and
 * the floor again. A resumption dated before the pause counts as one on the day of the pause.
 *
 * @param mode Default: the mode of the definition (`clock.resume`).
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
 * Ends a clock: `met` when the awaited act was done, `stopped` when the clock no longer matters. Its counted days and
 * due date are frozen. An ended clock is returned unchanged.
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
 * Makes the limit longer by `by` days of its own unit. `on` is the date of the decision and is only recorded; the
 * definition decides whether a further extension is allowed. Unchanged for 0 days, for an ended clock, and for one with
 * a fixed last day (`until`).
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
 * Recounts a clock after a table was imported or corrected. Returns the same value when nothing changes, so that a
 * caller can log exactly the clocks that changed. An ended clock never changes.
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

/** A clock as people see it on a day. */
export interface ClockView {
  key: string;
  label: string;
  status: 'running' | 'paused' | 'met' | 'overdue' | 'stopped';
  startedOn: CivilDate;
  /** Extensions included, in `unit`. */
  limit: number;
  unit: Limit['unit'];
  /** Days used up to today, or up to the end. More than `limit` when late. */
  used: number;
  dueOn: CivilDate | null;
  floorOn?: CivilDate;
  /** The days counted up to the due date (so far, in a pause). Empty for day limits of more than 31 days. */
  counted: CivilDate[];
  pauses: readonly ClockPause[];
  /** The due date is provisional (暂估) because a year has no official table yet. */
  provisional: boolean;
  /** Days of `unit` from today to the due date, negative when it has passed; in a pause, what is left; null at the end. */
  remaining: number | null;
  endedOn?: CivilDate;
  /** Met or stopped, but after the due date. */
  late?: true;
  citation?: string;
  /** The last day is fixed by the case (`until`) and was not counted. */
  fixed?: true;
  /** The first day of the window before the last day (评估期 and the like), worked or not. */
  windowOn?: CivilDate;
  /** Ended by itself after its last day had passed. */
  lapsed?: true;
}

/**
 * A clock as it is shown on the day `today`. A provisional clock is never overdue, because its due date may still
 * change.
 *
 * @throws CalendarError `calendar.bad-date`
 */
export function viewClock(calendar: Calendar, clock: ClockState, today: CivilDate): ClockView {
  const { dueOn, endedOn, limit } = clock;
  // A lapsing clock has ended after its last day, even while the stored row does not say so yet.
  const isLapsed = clock.atEnd === 'lapse' && dueOn !== null && hasLapsed(clock, dueOn, today);
  const isOpen = clock.status === 'running' && dueOn !== null && !isLapsed;
  const isOverdue = isOpen && !clock.provisional && today > dueOn;
  const isLate = endedOn !== undefined && dueOn !== null && !clock.provisional && endedOn > dueOn;

  let used = isLapsed ? limit.value : clock.usedBefore;
  let remaining: number | null = null;
  if (isOpen) {
    // Before its first day a clock has used nothing and has its full limit left.
    const from = dayNumber(clock.segmentFrom);
    const day = Math.max(from, dayNumber(today));
    const due = dayNumber(dueOn);
    used += usedDays(calendar, from, day, limit.unit);
    remaining = usedDays(calendar, day, due, limit.unit) - usedDays(calendar, due, day, limit.unit);
  } else if (clock.status === 'paused') {
    remaining = Math.max(0, limit.value - used);
  }

  return {
    key: clock.key,
    label: clock.label,
    status: isOverdue ? 'overdue' : isLapsed ? 'stopped' : clock.status,
    startedOn: clock.startedOn,
    limit: limit.value,
    unit: limit.unit,
    used,
    dueOn,
    ...(clock.floorOn === undefined ? {} : { floorOn: clock.floorOn }),
    counted: isOpen ? countedToDue(calendar, clock, dueOn) : clock.counted,
    pauses: clock.pauses,
    provisional: clock.provisional,
    remaining,
    ...(isLapsed ? { endedOn: dueOn, lapsed: true as const } : endedOn === undefined ? {} : { endedOn }),
    ...(isLate ? { late: true as const } : {}),
    ...(clock.citation === undefined ? {} : { citation: clock.citation }),
    ...(clock.until === undefined ? {} : { fixed: true as const }),
    ...(clock.window === undefined || dueOn === null ? {} : { windowOn: windowDay(calendar, dueOn, clock.window) }),
  };
}

/** Ended by its date and not by a person: a person's end is on or before the last day, and is `met`. */
function hasLapsed(clock: ClockState, dueOn: CivilDate, today: CivilDate): boolean {
  return clock.status === 'running' ? today > dueOn : clock.status === 'stopped' && clock.endedOn === dueOn;
}
