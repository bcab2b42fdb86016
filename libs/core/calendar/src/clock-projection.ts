/** When a clock would end if everything now under way took its full time. */
import type { Calendar } from './calendar.ts';
import type { CivilDate } from './civil-date.ts';
import type { ClockState } from './clock-state.ts';
import { resumeClock } from './clock.ts';

/**
 * The expected last day: the due date of a running clock; for a paused one the due date if it resumes with what is left
 * on the day `resumesOn`. Null when it has ended, or is paused without a known `resumesOn`.
 */
export function projectedEnd(calendar: Calendar, clock: ClockState, resumesOn: CivilDate | null): CivilDate | null {
  if (clock.status === 'running') return clock.dueOn;
  if (clock.status !== 'paused' || resumesOn === null) return null;
  return resumeClock(calendar, clock, resumesOn).dueOn;
}

export interface Threat {
  /** Where the covered clock is expected to end. */
  readonly projectedEnd: CivilDate;
  /** The last day of the clock that is endangered. */
  readonly dueOn: CivilDate;
}

/**
 * Whether a clock that cannot be paused ends before another one that has to end within it; null when it does not, or
 * when one of the two no longer runs.
 *
 * @param keeper the clock that cannot be paused
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
