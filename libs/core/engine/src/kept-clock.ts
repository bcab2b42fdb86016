/** The parts of a clock's declaration that go beyond a limit that a task carries: dates of the case, reminders, life after the end. */
import type { CivilDate, Span } from '@lawgate/calendar';
import type { Rule } from './rule.ts';
import type { Role } from './vocabulary.ts';

type Parameters = Readonly<Record<string, number>>;

/** A day that the case itself names as the last one of a clock. */
export interface ClockInstance {
  readonly until: CivilDate;
  /** What people see, such as 第1期付款. */
  readonly label: string;
}

/** Where the last day is not counted but named by the case. Such a clock never pauses, rolls or depends on a calendar. */
export interface ClockDates {
  /** Null where this case has no such day; then there is no clock. */
  readonly until?: (context: never, parameters: Parameters) => CivilDate | null;
  /** Several clocks of one declaration, in order: their keys are `<key>.1`, `<key>.2` and so on. */
  readonly instances?: (context: never) => readonly ClockInstance[];
}

export interface ClockKeeping {
  /** Goes on when the case has reached its end. */
  readonly keeps?: boolean;
  /** `lapse`: it has ended by itself the day after its last one. Otherwise it becomes overdue. */
  readonly atEnd?: 'overdue' | 'lapse';
  /** Who is reminded of it, since no task carries it. */
  readonly remind?: ClockReminders;
  /** Lets people record what the clock waits for, also in an archived case. */
  readonly settle?: ClockSettlement;
  /** Clocks that have to end within this one, which itself never waits. */
  readonly covers?: readonly CoveredClock[];
}

export interface ClockReminders {
  readonly to: readonly ('drafter' | Role)[];
  /** How long before the last day the first notice goes out; without it the first is two working days before. */
  readonly window?: (parameters: Parameters) => Span;
  /** The label of the first notice, such as 进入评估期. */
  readonly windowLabel?: string;
  /** What is to be done, one sentence for every notice of it, without names or facts of the case. */
  readonly advice: string;
}

export interface ClockSettlement {
  readonly label: string;
  readonly by: readonly Role[];
  // Workflows have their own contexts; the rule itself is typed where it is written.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  readonly rules: readonly Rule<any>[];
}

export interface CoveredClock {
  readonly clock: string;
  /** Clocks that run while the covered one is paused; the last day of the one that runs is when the pause is expected to end. */
  readonly pausedFor: readonly string[];
}

/** What a clock that ends by itself has in the place of an event: no event is sent, the clock itself is written as ended. */
export const lapsed = 'clock.lapsed';

/** The key under which a clock is declared: `payment` of `payment.2`. */
export function declaredKey(key: string): string {
  return key.replace(/\.\d+$/, '');
}
