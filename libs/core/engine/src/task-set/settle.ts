import { closedAs, type Draft, isInTurn, isLive, counts } from './seats.ts';
import type { Seat, SeatStep, TaskOperation, TaskPolicy, TaskSet } from './types.ts';
import { TaskSetError } from './rules.ts';

/** In a sequence the first live seat has the turn; elsewhere every live seat has. */
export function giveTurns(policy: TaskPolicy, seats: readonly Seat[]): Seat[] {
  const first = seats.find(isLive);
  return seats.map((seat) => {
    if (!isLive(seat)) return seat;
    const inTurn = policy.kind !== 'sequence' || seat === first;
    const status = !inTurn ? 'waiting' : seat.delegatedTo === undefined ? 'active' : 'delegated';
    return seat.status === status ? seat : { ...seat, status };
  });
}

/** Turns a draft into the next set: whose turn it is, the status of the set, and the trail of each seat. */
export function settle(
  set: TaskSet,
  draft: Draft,
  operation: TaskOperation,
): { set: TaskSet; opened: Seat[]; closed: Seat[] } {
  const status = draft.cancelled ? 'cancelled' : verdict(set.policy, draft.seats);
  const round = draft.round ?? set.round;
  const turned = giveTurns(set.policy, draft.seats);
  const final = status === 'open' ? turned : turned.map((seat) => (isLive(seat) ? closedAs(seat, 'cancelled') : seat));

  const before = new Map(set.seats.map((seat) => [seat.id, seat]));
  const opened: Seat[] = [];
  const closed: Seat[] = [];
  const seats = final.map((seat) => {
    const old = before.get(seat.id);
    const askedAgain = draft.askAgain === true && isLive(seat);
    const settled = askedAgain || !old || isChanged(old, seat) ? withStep(seat, old, operation, round) : seat;
    if (isInTurn(settled) && (draft.askAgain || !old || asksSomebodyNew(old, settled))) opened.push(settled);
    if (old && isInTurn(old) && !isInTurn(settled)) closed.push(settled);
    return settled;
  });

  const next: TaskSet = {
    policy: set.policy,
    seats,
    status,
    nextSeat: draft.nextSeat ?? set.nextSeat,
    round,
    recused: draft.recused ?? set.recused,
  };
  return { set: next, opened, closed };
}

function isChanged(old: Seat, seat: Seat): boolean {
  return old.status !== seat.status || !isSamePeople(old, seat) || old.outcome !== seat.outcome;
}

function isSamePeople(old: Seat, seat: Seat): boolean {
  return old.holder === seat.holder && old.delegatedTo === seat.delegatedTo && old.standIn?.by === seat.standIn?.by;
}

/** The operation was about another seat and only moved the turn to or from this one. */
function isOnlyTurned(old: Seat, seat: Seat): boolean {
  return isLive(old) && isLive(seat) && old.status !== seat.status && isSamePeople(old, seat);
}

/** The people whom the seat asks now; `*` represents every candidate of the role. */
function askedBy(seat: Seat): string[] {
  if (seat.status === 'delegated') return seat.delegatedTo === undefined ? [] : [seat.delegatedTo];
  if (seat.status !== 'active') return [];
  return [seat.holder ?? '*', ...(seat.standIn ? [seat.standIn.by] : [])];
}

function asksSomebodyNew(old: Seat, seat: Seat): boolean {
  const known = askedBy(old);
  return askedBy(seat).some((person) => !known.includes(person));
}

function withStep(seat: Seat, old: Seat | undefined, operation: TaskOperation, round: number): Seat {
  // The reason of a recusal must not appear in the trail of the seat whose turn comes next.
  const note = old && isOnlyTurned(old, seat) ? undefined : noteOf(operation);
  const step: SeatStep = {
    op: operation.op,
    by: authorOf(operation),
    at: operation.at,
    round,
    status: seat.status,
    holder: seat.holder,
    ...(seat.delegatedTo === undefined ? {} : { delegatedTo: seat.delegatedTo }),
    ...(seat.standIn ? { standIn: { ...seat.standIn } } : {}),
    ...(seat.outcome && seat.outcome !== old?.outcome ? { outcome: { ...seat.outcome } } : {}),
    ...(note === undefined ? {} : { note }),
  };
  return { ...seat, trail: [...seat.trail, step] };
}

function authorOf(operation: TaskOperation): string | null {
  if ('by' in operation) return operation.by;
  return operation.op === 'recuse' ? operation.person : null;
}

function noteOf(operation: TaskOperation): string | undefined {
  if (operation.op === 'resolve') return operation.note;
  if (operation.op === 'recuse') return operation.reason;
  return operation.op === 'send-back' ? operation.strategy : undefined;
}

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
 * The verdict of the policy on these seats. It depends on the seats alone, so that the same facts give the same answer
 * in any order. Without a single answer it is always `open`: "everybody who is left has answered" is also true of
 * nobody, and a set whose last signer is recused must not pass for that reason.
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
 * set never closes by itself: somebody has to add a signer, or cancel it.
 */
export function needsSigner(set: TaskSet): boolean {
  return set.status === 'open' && !set.seats.some(isLive);
}

/**
 * Opens a set with one seat for each holder, in order; `null` opens a seat to every candidate of the role. A set
 * without holders is open and `needsSigner`.
 *
 * @example openTaskSet({ kind: 'vote', ratio: 2 / 3 }, ['zhang', 'li', null])
 * @throws TaskSetError `task-set.bad-ratio`, `task-set.duplicate-holder`, `task-set.blank-holder`
 */
export function openTaskSet(policy: TaskPolicy, holders: readonly (string | null)[]): TaskSet {
  checkPolicy(policy);
  const named = holders.filter((holder) => holder !== null);
  if (named.some((holder) => holder.trim() === '')) {
    throw new TaskSetError('task-set.blank-holder', '办理人不能为空白，请填写人员，或留空席位由该角色人员认领。');
  }
  if (new Set(named).size !== named.length) {
    throw new TaskSetError('task-set.duplicate-holder', '同一人员不能占两个席位，请去掉重复的办理人。');
  }
  const seats = holders.map((holder, index): Seat => ({
    id: String(index + 1),
    holder,
    status: 'waiting',
    origin: holder,
    trail: [],
  }));
  return {
    policy: { ...policy },
    seats: giveTurns(policy, seats),
    status: 'open',
    nextSeat: seats.length + 1,
    round: 1,
    recused: [],
  };
}
