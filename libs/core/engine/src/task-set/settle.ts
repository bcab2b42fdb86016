import { closedAs } from './draft.ts';
import type { Draft } from './draft.ts';
import { verdict } from './policy.ts';
import { isInTurn, isLive } from './seats.ts';
import type { Seat, SeatStep, TaskOperation, TaskPolicy, TaskSet } from './types.ts';

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

/** Turns a draft into the next set: whose turn it is, whether it is enough, and what the trail of each seat says. */
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
  // Why somebody recused themselves is not for the file of the neighbour whose turn it became.
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
