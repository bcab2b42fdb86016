import type { Calendar } from './calendar.ts';
import { dayNumber } from './civil-date.ts';
import type { CivilDate } from './civil-date.ts';
import type { ClockPause, ClockState } from './clock-state.ts';
import { countedToDue } from './clock-reckoning.ts';
import { usedDays } from './due-date.ts';
import type { Limit } from './due-date.ts';
import { windowDay } from './span.ts';

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
  /** The due date is a guess (暂估) because a year has no official table yet. */
  provisional: boolean;
  /**
   * Days of `unit` from today to the due date, negative when it has passed; in a pause, what is left; null at the end.
   */
  remaining: number | null;
  endedOn?: CivilDate;
  /** Met or stopped, but after the due date. */
  late?: true;
  citation?: string;
  /** The last day is one that the case itself names; it was not counted. */
  fixed?: true;
  /** The first day of the window before the last day (评估期 and the like), worked or not. */
  windowOn?: CivilDate;
  /** Ended by itself when its last day had passed. */
  lapsed?: true;
}

/**
 * What a clock shows on the day `today`. A provisional clock is never overdue: nobody is reproached on a guess.
 *
 * @throws CalendarError `calendar.bad-date`
 */
export function viewClock(calendar: Calendar, clock: ClockState, today: CivilDate): ClockView {
  const { dueOn, endedOn, limit } = clock;
  // What lapses has ended with its last day, also while the row that says so is not written yet.
  const isLapsed = clock.atEnd === 'lapse' && dueOn !== null && hasLapsed(clock, dueOn, today);
  const isOpen = clock.status === 'running' && dueOn !== null && !isLapsed;
  const isOverdue = isOpen && !clock.provisional && today > dueOn;
  const isLate = endedOn !== undefined && dueOn !== null && !clock.provisional && endedOn > dueOn;

  let used = isLapsed ? limit.value : clock.usedBefore;
  let remaining: number | null = null;
  if (isOpen) {
    // Before its first day a clock has used nothing and has its whole limit left.
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
