/** When a clock would end if everything now under way took its whole time. */
import type { Calendar } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import type { ClockState } from './clock-state.ts';
import { resumeClock } from './clock.ts';

/**
 * The last day that is to be expected: of a running clock its due date, of a paused one the date that comes out when it
 * goes on, with what is left, on the day `resumesOn`. Null when it has ended, or is paused and nobody knows until when.
 */
export function projectedEnd(calendar: Calendar, clock: ClockState, resumesOn: CivilDate | null): CivilDate | null {
  if (clock.status === 'running') return clock.dueOn;
  if (clock.status !== 'paused' || resumesOn === null) return null;
  return resumeClock(calendar, clock, resumesOn).dueOn;
}

export interface Threat {
  /** Where the covered clock is expected to end. */
  readonly projectedEnd: CivilDate;
  /** The last day of the clock that it endangers. */
  readonly dueOn: CivilDate;
}

/**
 * Whether a clock that nobody pauses runs out before another that has to end within it; null when it does not, or one of
 * them does not run any more.
 *
 * @param keeper the clock that cannot wait
 * @param covered the clock that has to end within it
 * @param resumesOn the last day of what pauses the covered clock, if anything does
 */
export function threatTo(
  calendar: Calendar,
  keeper: ClockState,
  covered: ClockState,
  resumesOn: CivilDate | null,
): Threat | null {
  if (keeper.status !== 'running' || keeper.dueOn === null) return null;
  const end = projectedEnd(calendar, covered, resumesOn);
  return end !== null && end > keeper.dueOn ? { projectedEnd: end, dueOn: keeper.dueOn } : null;
}
