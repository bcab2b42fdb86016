/** What a commit leaves for the making of a paper, in the outbox row of kind `paper`. */
import type { ClockState } from '@lawgate/calendar';
import type { PaperClock } from '@lawgate/engine';

export interface PaperOrder {
  /** Kind of the paper. */
  readonly paper: string;
  readonly round: number;
  /** The history row that caused it. */
  readonly seq: number;
  /** The clocks as the commit left them: they move on, and their past is kept nowhere else. */
  readonly clocks: readonly PaperClock[];
  /** Names of the people of the case at that time, by id. */
  readonly names: Readonly<Record<string, string>>;
}

/** The latest run of a clock as a paper shows it. */
export function paperClock(state: ClockState): PaperClock {
  return {
    key: state.key,
    label: state.label,
    citation: state.citation ?? null,
    status: state.status,
    startedOn: state.startedOn,
    limit: state.limit.value,
    unit: state.limit.unit,
    dueOn: state.dueOn,
    provisional: state.provisional,
  };
}
