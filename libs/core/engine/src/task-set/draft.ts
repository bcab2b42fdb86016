import type { TaskRule } from './rules.ts';
import type { Seat, TaskSet } from './types.ts';

/**
 * What an operation wants the set to become. Whether a live seat is `waiting`, `active` or `delegated`, the status of
 * the set and the trail are not its business: `settle` derives them for every operation in the same way.
 */
export interface Draft {
  seats: Seat[];
  nextSeat?: number;
  round?: number;
  recused?: TaskSet['recused'];
  /** Cancelling closes the set whatever the policy says. */
  cancelled?: true;
  /** All live seats are asked again, even those that were being asked already. */
  askAgain?: true;
}

/** An operation either drafts the next set or names the rule that forbids it. */
export type Drafted = Draft | TaskRule;

/** The seats with one of them exchanged. */
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
 * An answered seat that needs its answer again. A seat that was opened to the role is open to the role again, since
 * nothing but the answer tied it to its claimant.
 */
export function reopened(seat: Seat): Seat {
  return { ...withoutOutcome(seat), status: 'waiting', holder: seat.origin === null ? null : seat.holder };
}

/** A seat that leaves the count. Its holder stays readable; nobody is stand-in or helper on it any more. */
export function closedAs(seat: Seat, status: 'removed' | 'recused' | 'cancelled'): Seat {
  return { ...withoutOutcome(withoutHelper(withoutStandIn(seat))), status };
}
