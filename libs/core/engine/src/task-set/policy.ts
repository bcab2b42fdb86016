import { TaskSetError } from './rules.ts';
import { counts, isLive } from './seats.ts';
import type { Seat, TaskPolicy, TaskSet } from './types.ts';

/** @throws TaskSetError `task-set.bad-ratio` unless `0 < ratio <= 1`. */
export function checkPolicy(policy: TaskPolicy): void {
  if (policy.kind === 'vote' && !(policy.ratio > 0 && policy.ratio <= 1)) {
    throw new TaskSetError(
      'task-set.bad-ratio',
      `票签比例应大于 0 且不超过 1，实际为 ${policy.ratio}，请修改流程定义。`,
    );
  }
}

/**
 * How many favourable answers a vote needs among `total` seats; never fewer than one.
 *
 * `ratio * total` is off by a few units in the last place for ratios such as 2/3 or 0.07, in either direction. The
 * small allowance takes that error out; it is far below the 1/total by which two different vote counts differ.
 */
export function votesNeeded(ratio: number, total: number): number {
  return Math.max(1, Math.ceil(ratio * total - 1e-9));
}

/**
 * What the policy says of these seats. It depends on the seats alone, so that the same facts give the same answer in
 * whatever order they came. Without a single answer the verdict is always `open`: "everybody who is left has
 * answered" is also true of nobody, and a set whose last signer recused themselves must not pass for that reason.
 */
export function verdict(policy: TaskPolicy, seats: readonly Seat[]): 'open' | 'satisfied' | 'failed' {
  const counting = seats.filter(counts);
  const answers = counting.flatMap((seat) => (seat.outcome ? [seat.outcome] : []));
  const live = counting.filter(isLive).length;
  if (answers.length === 0) return 'open';
  switch (policy.kind) {
    case 'any':
      return 'satisfied';
    case 'all':
    case 'sequence':
      return live === 0 ? 'satisfied' : 'open';
    case 'vote': {
      const favourable = answers.filter((answer) => answer.favourable).length;
      const needed = votesNeeded(policy.ratio, counting.length);
      if (favourable >= needed) return 'satisfied';
      return favourable + live < needed ? 'failed' : 'open';
    }
  }
}

export function isSatisfied(set: TaskSet): boolean {
  return set.status === 'satisfied';
}

/**
 * True when the set is open and nobody is left to answer (all seats recused, or none was given at the start). Such a
 * set never closes by itself: anyone who assigns has to add a signer, or cancel.
 */
export function needsSigner(set: TaskSet): boolean {
  return set.status === 'open' && !set.seats.some(isLive);
}
