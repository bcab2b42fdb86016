/** The shape in which the states of a workflow are written down; XState's own type is generic over everything. */
import type { gate, StateMeta } from '@lawgate/engine';

export interface Transition {
  readonly target?: string;
  readonly guard?: ReturnType<typeof gate>;
  /** Effects and context updates, in order. */
  readonly actions?: readonly unknown[];
  /** Leaves and enters the state again, so that its task is opened again. */
  readonly reenter?: true;
}

export type Transitions = Readonly<Record<string, Transition | readonly Transition[]>>;

export interface State {
  readonly type?: 'final' | 'parallel' | 'history';
  readonly meta?: StateMeta;
  readonly initial?: string;
  readonly states?: Readonly<Record<string, State>>;
  readonly on?: Transitions;
  readonly onDone?: string;
  /** Passed through at once: it moves clocks or chooses a way, and nobody ever stays in it. */
  readonly always?: string | readonly Transition[];
}

export type States = Readonly<Record<string, State>>;
