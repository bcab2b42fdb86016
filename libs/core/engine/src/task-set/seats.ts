import type { TaskRule } from './rules.ts';
import type { Seat, SeatStatus, TaskSet } from './types.ts';

const LIVE: readonly SeatStatus[] = ['waiting', 'active', 'delegated'];

/** The seat still needs an answer. */
export function isLive(seat: Seat): boolean {
  return LIVE.includes(seat.status);
}

/** The seat asks somebody to act now: the holder (or their stand-in) to answer, or the helper to resolve. */
export function isInTurn(seat: Seat): boolean {
  return seat.status === 'active' || seat.status === 'delegated';
}

/** The policy counts the seat: it needs an answer or has given one. */
export function counts(seat: Seat): boolean {
  return isLive(seat) || seat.status === 'done';
}

/** Seats whose answer may be given now. A seat that waits for its helper is not among them; see `seatsInTurn`. */
export function activeSeats(set: TaskSet): Seat[] {
  return set.seats.filter((seat) => seat.status === 'active');
}

/** Active and delegated seats: one open task each. */
export function seatsInTurn(set: TaskSet): Seat[] {
  return set.seats.filter(isInTurn);
}

export function isRecused(set: TaskSet, person: string): boolean {
  return set.recused.some((recusal) => recusal.person === person);
}

export interface Place {
  seat: Seat;
  as: 'holder' | 'stand-in' | 'helper';
}

/**
 * Where a person is in the set. One person has at most one place: as holder, stand-in or helper of a live seat, or
 * by a valid answer. Otherwise one person could answer twice, and "my task" would have two meanings.
 */
export function placeOf(set: TaskSet, person: string): Place | undefined {
  for (const seat of set.seats.filter(counts)) {
    if (seat.holder === person) return { seat, as: 'holder' };
    if (seat.status === 'done') {
      if (seat.outcome?.by === person) return { seat, as: 'stand-in' };
      continue;
    }
    if (seat.standIn?.by === person) return { seat, as: 'stand-in' };
    if (seat.delegatedTo === person) return { seat, as: 'helper' };
  }
  return undefined;
}

/** The counting seat that the person holds, as opposed to one where they are only helper or stand-in. */
export function seatHeldBy(set: TaskSet, person: string): Seat | undefined {
  return set.seats.find((seat) => counts(seat) && seat.holder === person);
}

/** The first seat in turn that is open to every candidate of the role. */
export function claimableSeat(set: TaskSet): Seat | undefined {
  return set.seats.find((seat) => seat.status === 'active' && seat.holder === null);
}

/** Why the person cannot be added to the set; `null` when they can. `own` is a seat on which they may already be. */
export function refuseNewcomer(set: TaskSet, person: string, own?: Seat): TaskRule | null {
  if (isRecused(set, person)) return 'task.recused-newcomer';
  const place = placeOf(set, person);
  return place && place.seat !== own ? 'task.already-in-set' : null;
}

/**
 * Whether the set waits for this person now: to answer (holder, stand-in, or anybody without a place where a seat is
 * open) or, as helper, to resolve. Exactly these people may `complete` or `resolve`. Whether a person who would claim
 * an open seat has the role is checked elsewhere.
 */
export function mayAct(set: TaskSet, person: string): boolean {
  if (set.status !== 'open' || isRecused(set, person)) return false;
  const place = placeOf(set, person);
  if (!place) return claimableSeat(set) !== undefined;
  return place.seat.status === (place.as === 'helper' ? 'delegated' : 'active');
}

/**
 * The set that an operation asks for. `settle` derives the rest in the same way for every operation: whether a live
 * seat is `waiting`, `active` or `delegated`, the status of the set, and the trail.
 */
export interface Draft {
  seats: Seat[];
  nextSeat?: number;
  round?: number;
  recused?: TaskSet['recused'];
  /** Cancelling closes the set regardless of the policy. */
  cancelled?: true;
  /** All live seats are asked again, even those that were being asked already. */
  askAgain?: true;
}

/** An operation either drafts the next set or names the rule that forbids it. */
export type Drafted = Draft | TaskRule;

/** The seats with one of them replaced. */
export function exchange(set: TaskSet, seat: Seat, changed: Seat): Seat[] {
  return set.seats.map((each) => (each === seat ? changed : each));
}

/** The seat without its helper. */
export function withoutHelper(seat: Seat): Seat {
  const kept = { ...seat };
  delete kept.delegatedTo;
  return kept;
}

/** The seat without its stand-in. */
export function withoutStandIn(seat: Seat): Seat {
  const kept = { ...seat };
  delete kept.standIn;
  return kept;
}

function withoutOutcome(seat: Seat): Seat {
  const kept = { ...seat };
  delete kept.outcome;
  return kept;
}

/**
 * An answered seat whose answer is due again. A seat that was opened to the role is open to the role again, because
 * only the answer bound it to its claimant.
 */
export function reopened(seat: Seat): Seat {
  return { ...withoutOutcome(seat), status: 'waiting', holder: seat.origin === null ? null : seat.holder };
}

/** A seat that no longer counts. Its holder stays readable; its stand-in and helper are removed. */
export function closedAs(seat: Seat, status: 'removed' | 'recused' | 'cancelled'): Seat {
  return { ...withoutOutcome(withoutHelper(withoutStandIn(seat))), status };
}
