/** Input of the plan of a commit, and the resulting rows. */
import type { Calendar, ClockState } from '@lawgate/calendar';
import type { Accepted, Definition, StepEnvironment } from '@lawgate/engine';
import type { LoadedCase, LoadedClock, LoadedTask } from '../read/loaded-case.ts';
import type { TimerRow } from '../clocks/timer-plan.ts';

export interface CommitRows {
  closeTasks?: { id: string; outcome: string; by: string | null }[];
  openTasks?: (Omit<LoadedTask, 'openedAt'> & { id: string })[];
  dueTasks?: { id: string; dueOn: string | null; provisional: boolean }[];
  clocks?: {
    key: string;
    run: number;
    status: string;
    dueOn: string | null;
    provisional: boolean;
    onDue: string | null;
    state: ClockState;
  }[];
  cancelTimers?: string[];
  timers?: TimerRow[];
  outbox?: { id: string; kind: string; payload: Record<string, unknown> }[];
  facts?: { id: string; kind: string; on: string; detail: Record<string, unknown> }[];
  opinions?: {
    id: string;
    act: string;
    round: number;
    byPerson: string;
    byName: string;
    conclusion: string;
    text: string;
    points: unknown;
    hash: string;
  }[];
  grants?: string[];
  revokes?: { person: string; reason: string }[];
  numbers?: { code: string; year: number; number: number; text: string; purpose: string }[];
  fireTimer?: { id: string; token: number };
  idempotency?: { key: string; requestHash: string; status: number; response: unknown };
}

export interface PlanInput {
  readonly definition: Definition;
  /** The case before the event; a new case has version 0 and empty lists. */
  readonly before: LoadedCase;
  readonly accepted: Pick<Accepted, 'next' | 'effects' | 'overridden'>;
  readonly event: { readonly type: string; readonly payload: unknown };
  readonly env: StepEnvironment;
  readonly calendar: Calendar;
  /** HH:MM at which reminders of a day are sent. */
  readonly openingHour: string;
  /** Names of the people for whom the actor is stand-in, by id. */
  readonly stoodInFor?: Readonly<Record<string, string>> | undefined;
  /** Numbers taken for the `takeNumber` effects, in their order; null where a past event is known to have none. */
  readonly numbers: readonly (string | null)[];
  /** Numbers that papers of the past have: stored as they are, next to the commit. */
  readonly givenNumbers?: readonly { readonly text: string; readonly purpose: string }[];
  readonly newId: () => string;
  /**
   * Runs of clocks that a changed calendar moved, with their new values. No event requests this, so there is no effect
   * for it.
   */
  readonly recounted?: readonly LoadedClock[];
  /** Runs of clocks that ended without a step of the case: settled by a person, or lapsed. */
  readonly ended?: readonly LoadedClock[];
  /** Whether people are notified. Default: unless the case is back-dated. */
  readonly notifies?: boolean;
}
