/** Durations of commits, for the metrics of the process. */
import { channel } from 'node:diagnostics_channel';

export interface CommitTime {
  /** Wall time from the first statement of a commit to its answer. */
  readonly seconds: number;
}

/** Publishes a {@link CommitTime} for each commit of this process. */
export const commitTimes = channel('lawgate.commit-time');
