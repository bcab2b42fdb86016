/** Which clocks a changed calendar moves, and where to. Pure. */
import { recomputeClock, type Calendar, type CivilDate, type ClockState } from '@lawgate/calendar';
import type { LoadedClock } from '../read/loaded-case.ts';

/** A clock that moved; a due date is null while the clock is paused. Only what was provisional may keep its date. */
export interface MovedDate {
  readonly key: string;
  readonly from: CivilDate | null;
  readonly to: CivilDate | null;
}

export interface RecountedClock {
  readonly before: LoadedClock;
  readonly after: LoadedClock;
}

/** The open clocks that count otherwise by this calendar. */
export function recounted(calendar: Calendar, clocks: readonly LoadedClock[], today: CivilDate): RecountedClock[] {
  return clocks.flatMap((clock) => {
    const state = recountState(calendar, clock.state, today);
    return state === clock.state ? [] : [{ before: clock, after: { ...clock, state } }];
  });
}

/**
 * The clock by this calendar; the same value when it stays.
 *
 * An ended clock never moves. Neither does a running one whose due date was certain and is in a past year: people were
 * reminded of that date and reproached for it, and a correction made years later must not rewrite that.
 */
export function recountState(calendar: Calendar, state: ClockState, today: CivilDate): ClockState {
  const isPast = state.dueOn !== null && state.dueOn.slice(0, 4) < today.slice(0, 4);
  return isPast && !state.provisional ? state : recomputeClock(calendar, state);
}

export function movedDate(before: ClockState, after: ClockState): MovedDate {
  return { key: after.key, from: before.dueOn, to: after.dueOn };
}
