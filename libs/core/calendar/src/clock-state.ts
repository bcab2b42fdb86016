import type { CivilDate } from './civil-date.ts';
import type { Limit } from './due-date.ts';
import type { Span } from './span.ts';

/** How counting goes on after a pause: with what is left, or with the full limit again. */
export type ResumeMode = 'continue' | 'restart';

/** A time limit as a definition asks for it. */
export interface ClockSpec {
  key: string;
  label: string;
  limit: Limit;
  /** Time that must have passed before the next act; it is counted like the limit, pauses included. */
  floor?: Limit;
  /** Default `continue`. */
  resume?: ResumeMode;
  /** Default true. False for a clock that the law does not allow to be paused. */
  pausable?: boolean;
  citation?: string;
  /**
   * The last day, where the case itself names it instead of a limit that is counted: it neither rolls nor pauses, and
   * depends on no calendar. `limit` then only says how many days it is away.
   */
  until?: CivilDate;
  /** How long before the last day the first notice goes out. */
  window?: Span;
  /** `lapse`: the day after the last one it has ended by itself, and nobody is late. Default `overdue`. */
  atEnd?: 'overdue' | 'lapse';
}

export interface ClockPause {
  from: CivilDate;
  /** Missing while the pause lasts; stays missing when the clock was ended during the pause. */
  to?: CivilDate;
  reason: string;
  /** How counting went on afterwards. */
  mode?: ResumeMode;
}

/**
 * A clock as it is stored: plain values that survive JSON unchanged. `segmentFrom`, `usedBefore`, `counted`, `dueOn`,
 * `floorOn` and `provisional` follow from the rest and a calendar; they are stored so that lists can be sorted by due
 * date without a calendar, and so that an ended clock keeps the values it had at its end.
 */
export interface ClockState {
  key: string;
  label: string;
  citation?: string;
  status: 'running' | 'paused' | 'met' | 'stopped';
  startedOn: CivilDate;
  /** Extensions included. */
  limit: Limit;
  floor?: Limit;
  /** The last day of the floor. In a pause it is the earliest day that is still possible. */
  floorOn?: CivilDate;
  resume: ResumeMode;
  pausable: boolean;
  /** Day 0 of the running segment: the start, or the last resumption. */
  segmentFrom: CivilDate;
  /** Days of the limit's unit used in earlier segments; after the end, in all. */
  usedBefore: number;
  /** The days of earlier segments that were counted; after the end, those counted up to the due date. */
  counted: CivilDate[];
  pauses: ClockPause[];
  extensions?: { on: CivilDate; by: number }[];
  /** The last day in law; null while paused. */
  dueOn: CivilDate | null;
  /** Whether `dueOn` rests on a year without an official table. */
  provisional: boolean;
  endedOn?: CivilDate;
  /** See {@link ClockSpec}. */
  until?: CivilDate;
  window?: Span;
  atEnd?: 'overdue' | 'lapse';
}
