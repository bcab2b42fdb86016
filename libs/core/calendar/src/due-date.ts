import { addWorkingDaysToNumber, nextWorkingDayNumber, type Calendar } from './calendar.ts';
import { CalendarError } from './calendar-error.ts';
import { dateOfDayNumber, dayNumber, type CivilDate } from './civil-date.ts';
import type { ClockPause, ClockState } from './clock-state.ts';

/** A time limit in working days by the official tables, or in calendar days. */
export interface Limit {
  value: number;
  unit: 'workday' | 'day';
}

export interface DueDate {
  /** The last day of the limit as counted. */
  due: CivilDate;
  /** The last day in law: `due`, or the next working day when a limit in calendar days ends on a day off (民法典 203). */
  rolled: CivilDate;
  /** The days that were counted, `due` included, so that a person can check by hand. Left out for long day limits. */
  counted: CivilDate[];
  /** Whether a counted day is in a year without an official table, so that the date is provisional (暂估). */
  provisional: boolean;
}

/** A limit in calendar days beyond this lists no counted days: nobody checks a longer list by hand. */
export const MAX_LISTED_DAYS = 31;

/** A hundred years. A longer limit is a typing mistake, and working days are counted one by one. */
const MAX_LIMIT = 36_525;

/**
 * When a limit ends. The day of receipt is day 0 and counting starts on the next day (民法典 201). A limit of 0 working
 * days ends on `from` itself, worked or not; one of 0 calendar days on `from` or the next working day.
 *
 * @throws CalendarError `calendar.bad-date`; `calendar.bad-limit` unless the value is a whole number from 0 to 36,525
 */
export function dueDate(calendar: Calendar, from: CivilDate, limit: Limit): DueDate {
  checkLimit(limit);
  const start = dayNumber(from);
  const { due, rolled } = dueNumber(calendar, start, limit);
  return {
    due: dateOfDayNumber(due),
    rolled: dateOfDayNumber(rolled),
    counted: countedDays(calendar, start, due, limit),
    provisional: isGuess(calendar, start, rolled),
  };
}

/** @throws CalendarError `calendar.bad-limit` */
export function checkLimit({ value, unit }: Limit): void {
  const isCount = Number.isInteger(value) && value >= 0 && value <= MAX_LIMIT;
  if (!isCount || (unit !== 'workday' && unit !== 'day')) {
    throw new CalendarError('calendar.bad-limit', `期限“${value} ${unit}”无效。请填写 0 至 ${MAX_LIMIT} 的整数天数。`);
  }
}

/** The arithmetic of {@link dueDate} by day number. */
export function dueNumber(calendar: Calendar, start: number, limit: Limit): { due: number; rolled: number } {
  if (limit.unit === 'workday') {
    const due = addWorkingDaysToNumber(calendar, start, limit.value);
    return { due, rolled: due };
  }
  const due = start + limit.value;
  return { due, rolled: nextWorkingDayNumber(calendar, due) };
}

/** The days in (`after`, `upTo`], given by number, that use up a limit of this unit; none for a long day limit. */
export function countedDays(calendar: Calendar, after: number, upTo: number, limit: Limit): CivilDate[] {
  const days: CivilDate[] = [];
  if (limit.unit === 'day' && limit.value > MAX_LISTED_DAYS) return days;
  for (let day = after + 1; day <= upTo; day += 1) {
    if (limit.unit === 'day' || calendar.isWorkingDayNumber(day)) days.push(dateOfDayNumber(day));
  }
  return days;
}

/** How many days in (`after`, `upTo`], given by number, use up a limit of this unit; 0 when `upTo` is not later. */
export function usedDays(calendar: Calendar, after: number, upTo: number, unit: Limit['unit']): number {
  if (upTo <= after) return 0;
  return unit === 'day' ? upTo - after : calendar.workingDaysThrough(upTo) - calendar.workingDaysThrough(after);
}

/** Whether a day in (`after`, `upTo`], given by number, is in a year without an official table. */
export function isGuess(calendar: Calendar, after: number, upTo: number): boolean {
  if (upTo <= after) return false;
  const lastYear = yearOf(upTo);
  for (let year = yearOf(after + 1); year <= lastYear; year += 1) {
    if (!calendar.hasTable(year)) return true;
  }
  return false;
}

function yearOf(number: number): number {
  return Number(dateOfDayNumber(number).slice(0, 4));
}

/** A limit after all pauses so far. Dates are day numbers. */
interface Reckoning {
  /** Day 0 of the segment that is running, or that the open pause cut off. */
  segmentFrom: number;
  /** Days used in the segments that a pause has closed. */
  used: number;
  counted: CivilDate[];
  /** The last day in law; during an open pause, the one at the start of the pause. */
  rolled: number;
  /** The limit had run out before a pause began; its due date stays. */
  isLate: boolean;
  isGuess: boolean;
}

/**
 * Every value of a clock follows from its start, its limit, its pauses and a calendar, so every change recounts from
 * the start. Two supplements in a row, an extension in a pause and a table imported later are then one case.
 */
function reckon(calendar: Calendar, startedOn: CivilDate, pauses: readonly ClockPause[], limit: Limit): Reckoning {
  let from = dayNumber(startedOn);
  let used = 0;
  let counted: CivilDate[] = [];
  let lateSince: number | undefined;
  let guess = false;
  let rolled = dueNumber(calendar, from, limit).rolled;

  for (const pause of pauses) {
    const pausedOn = dayNumber(pause.from);
    used += usedDays(calendar, from, pausedOn, limit.unit);
    counted.push(...countedDays(calendar, from, pausedOn, limit));
    guess ||= isGuess(calendar, from, pausedOn);
    if (pausedOn > rolled) lateSince ??= rolled;
    if (pause.to === undefined) break;

    from = Math.max(from, dayNumber(pause.to));
    if (pause.mode === 'restart') {
      used = 0;
      counted = [];
      lateSince = undefined;
      guess = false;
    }
    const left = { value: Math.max(0, limit.value - used), unit: limit.unit };
    rolled = lateSince ?? dueNumber(calendar, from, left).rolled;
  }
  return { segmentFrom: from, used, counted, rolled, isLate: lateSince !== undefined, isGuess: guess };
}

/** A running or paused clock with all derived values recomputed. */
export function reckonRunning(calendar: Calendar, clock: ClockState): ClockState {
  if (clock.until !== undefined) return { ...clock, dueOn: clock.until };
  const { floorOn: _stale, ...rest } = clock;
  const main = reckon(calendar, clock.startedOn, clock.pauses, clock.limit);
  const isPaused = clock.status === 'paused';
  return {
    ...rest,
    segmentFrom: dateOfDayNumber(main.segmentFrom),
    usedBefore: main.used,
    counted: main.counted,
    dueOn: isPaused ? null : dateOfDayNumber(main.rolled),
    ...(clock.floor ? { floorOn: reckonFloor(calendar, clock, clock.floor) } : {}),
    provisional: main.isGuess || (!isPaused && isGuess(calendar, main.segmentFrom, main.rolled)),
  };
}

/** A clock at its end: the days it has used, and those behind its due date, no longer depend on any calendar. */
export function reckonEnd(calendar: Calendar, clock: ClockState): ClockState {
  if (clock.dueOn === null) {
    // Ended in a pause, which has already closed the last segment. There is no due date to keep, unless the clock was
    // overdue before it was paused: ending it in the pause must not hide that.
    const main = reckon(calendar, clock.startedOn, clock.pauses, clock.limit);
    return main.isLate ? { ...clock, dueOn: dateOfDayNumber(main.rolled) } : clock;
  }
  const from = dayNumber(clock.segmentFrom);
  const used = usedDays(calendar, from, dayNumber(clock.endedOn ?? clock.segmentFrom), clock.limit.unit);
  return { ...clock, usedBefore: clock.usedBefore + used, counted: countedToDue(calendar, clock, clock.dueOn) };
}

/** The days counted up to the due date: the earlier segments, then the running one. */
export function countedToDue(calendar: Calendar, clock: ClockState, dueOn: CivilDate): CivilDate[] {
  const { limit, counted } = clock;
  // A fixed last day is not counted to.
  if (clock.until !== undefined) return [];
  const running = countedDays(calendar, dayNumber(clock.segmentFrom), dayNumber(dueOn), limit);
  // Days past the limit belong to a clock that was overdue when it was paused, or to the roll over days off.
  return [...counted, ...running].slice(0, limit.value);
}

function reckonFloor(calendar: Calendar, clock: ClockState, floor: Limit): CivilDate {
  // A floor that was reached in an earlier segment stays reached, just as an overdue limit stays overdue; what is left
  // of one that was reached exactly on the day of a pause must not move to the day of resumption either.
  let from = dayNumber(clock.startedOn);
  let left = floor.value;
  for (const pause of clock.pauses) {
    const { rolled } = dueNumber(calendar, from, { value: left, unit: floor.unit });
    const isReached = dayNumber(pause.from) >= rolled;
    if (pause.to === undefined || (isReached && pause.mode !== 'restart')) return dateOfDayNumber(rolled);
    const used = usedDays(calendar, from, dayNumber(pause.from), floor.unit);
    left = pause.mode === 'restart' ? floor.value : Math.max(0, left - used);
    from = Math.max(from, dayNumber(pause.to));
  }
  return dateOfDayNumber(dueNumber(calendar, from, { value: left, unit: floor.unit }).rolled);
}
