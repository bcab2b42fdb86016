import type { Calendar } from './calendar.ts';
import { dateOfDayNumber, dayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { ClockPause, ClockState } from './clock-state.ts';
import { countedDays, dueNumber, isGuess, usedDays } from './due-date.ts';
import type { Limit } from './due-date.ts';

/** Where a limit is after all pauses so far. Dates are day numbers. */
interface Reckoning {
  /** Day 0 of the segment that is running, or that the open pause cut off. */
  segmentFrom: number;
  /** Days used in the segments that a pause has closed. */
  used: number;
  counted: CivilDate[];
  /** The last day in law; during an open pause, the one in force when the pause began. */
  rolled: number;
  /** The limit had run out before a pause began; its due date stays. */
  isLate: boolean;
  isGuess: boolean;
}

/**
 * Everything about a clock follows from its start, its limit, its pauses and a calendar, so every change counts from
 * the start again. That makes two supplements in a row, an extension in a pause and a table imported later one case.
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

/** A running or paused clock with all that follows from its history set again. */
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

/** An ending clock: what it had used by then, and the days behind its due date, no longer depend on any calendar. */
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
  // Nothing was counted to a day that the case itself names.
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
