/** Recounts clocks by a changed calendar and returns those that moved. Pure. */
import { recomputeClock, type Calendar, type CivilDate, type ClockState } from '@lawgate/calendar';
import type { LoadedClock } from '../read/loaded-case.ts';

/**
 * A clock that moved; a due date is null while the clock is paused. A provisional clock may become certain without
 * moving.
 */
export interface MovedDate {
  readonly key: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

export interface RecountedClock {
  readonly before: LoadedClock;
  readonly after: LoadedClock;
}

/** The open clocks whose values differ by this calendar. */
export function recounted(calendar: Calendar, clocks: readonly LoadedClock[], today: CivilDate): RecountedClock[] {
  return clocks.flatMap((clock) => {
    const state = recountState(calendar, clock.state, today);
    return state === clock.state ? [] : [{ before: clock, after: { ...clock, state } }];
  });
}

/**
 * The clock by this calendar; the same value when nothing changes.
 *
 * An ended clock never moves. A running one whose due date was certain and is in a past year does not move either:
 * people were reminded of that date and marked as late by it, and a correction made years later must not rewrite that.
 */
export function recountState(calendar: Calendar, state: ClockState, today: CivilDate): ClockState {
  const isPast = state.dueOn !== null && state.dueOn.slice(0, 4) < today.slice(0, 4);
  return isPast && !state.provisional ? state : recomputeClock(calendar, state);
}

export function movedDate(before: ClockState, after: ClockState): MovedDate {
  return { key: after.key, from: before.dueOn, to: after.dueOn };
}
