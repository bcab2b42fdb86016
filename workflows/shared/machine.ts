/** The type in which the states of a workflow are written; XState's own type is generic in too many parameters. */
import type { gate, StateMeta } from '@lawgate/engine';

export interface Transition {
  readonly target?: string;
  readonly guard?: ReturnType<typeof gate>;
  /** Effects and context updates, in order. */
  readonly actions?: readonly unknown[];
  /** Leaves and enters the state again, so that its task is created again. */
  readonly reenter?: true;
}

export type Transitions = Readonly<Record<string, Transition | readonly Transition[]>>;

export interface State {
  readonly type?: 'final' | 'parallel' | 'history';
  readonly meta?: StateMeta;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, State>>;
  readonly on?: Transitions;
  /** Context updates when the state is entered, whichever transition enters it. */
  readonly entry?: readonly unknown[];
  readonly onDone?: string;
  /** Transient state: left at once by these transitions, after it changed clocks or chose a branch. */
  readonly always?: string | readonly Transition[];
}

export type States = Readonly<Record<string, State>>;
