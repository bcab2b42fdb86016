import {
  closedAs,
  exchange,
  withoutHelper,
  withoutStandIn,
  type Drafted,
  isLive,
  placeOf,
  refuseNewcomer,
  seatHeldBy,
} from './seats.ts';
import type { Operation, Seat, TaskSet } from './types.ts';

/**
 * 加签. In a sequence the new seat goes before or after (default) the live seat of the person who adds or, when they have
 * none, the seat in turn; without any live seat it goes last. A seat put before the one in turn takes the turn, and the
 * other waits again, with its helper if it has one. Under other policies order has no meaning and only `parallel` is
 * accepted.
 */
export function addSigner(set: TaskSet, { by, person, position }: Operation<'add-signer'>): Drafted {
  const sequence = set.policy.kind === 'sequence';
  if (sequence && position === 'parallel') return 'task.parallel-in-sequence';
  if (!sequence && (position === 'before' || position === 'after')) return 'task.position-needs-sequence';
  const refused = refuseNewcomer(set, person);
  if (refused) return refused;

  const added: Seat = { id: String(set.nextSeat), holder: person, status: 'waiting', origin: person, trail: [] };
  const seats = [...set.seats];
  seats.splice(sequence ? indexToInsert(set, by, position === 'before') : seats.length, 0, added);
  return { seats, nextSeat: set.nextSeat + 1 };
}

function indexToInsert(set: TaskSet, by: string, before: boolean): number {
  const own = placeOf(set, by)?.seat;
  const anchor = own && isLive(own) ? own : set.seats.find(isLive);
  if (!anchor) return set.seats.length;
  return set.seats.indexOf(anchor) + (before ? 0 : 1);
}

/**
 * 减签. Never the last live seat (the set would have nobody to wait for), never the seat of a person who has answered.
 */
export function removeSigner(set: TaskSet, { person }: Operation<'remove-signer'>): Drafted {
  const seat = seatHeldBy(set, person);
  if (!seat) return 'task.no-seat';
  if (!isLive(seat)) return 'task.already-acted';
  if (set.seats.filter(isLive).length === 1) return 'task.last-seat';
  return { seats: exchange(set, seat, closedAs(seat, 'removed')) };
}

/**
 * 转办: the seat stays, its holder changes. A running delegation continues and reports to the new holder; the stand-in of
 * the old holder is removed. The seat's own stand-in or helper may become its holder.
 */
export function transfer(set: TaskSet, { from, to }: Operation<'transfer'>): Drafted {
  if (from === to) return 'task.same-person';
  const seat = seatHeldBy(set, from);
  if (!seat) return 'task.no-seat';
  if (!isLive(seat)) return 'task.already-acted';
  const refused = refuseNewcomer(set, to, seat);
  if (refused) return refused;
  const kept = withoutStandIn(seat.delegatedTo === to ? withoutHelper(seat) : seat);
  return { seats: exchange(set, seat, { ...kept, holder: to }) };
}

/**
 * 代理: from now on either of the two may answer, whichever comes first. Naming another stand-in replaces the former one.
 */
export function standIn(set: TaskSet, { holder, standIn: by }: Operation<'stand-in'>): Drafted {
  if (holder === by) return 'task.same-person';
  const seat = seatHeldBy(set, holder);
  if (!seat) return 'task.no-seat';
  if (!isLive(seat)) return 'task.already-acted';
  const refused = refuseNewcomer(set, by);
  if (refused) return refused;
  return { seats: exchange(set, seat, { ...seat, standIn: { for: holder, by } }) };
}
