import { closedAs, reopened, withoutHelper, withoutStandIn, type Drafted, counts, isRecused } from './seats.ts';
import type { Operation, Seat, TaskSet } from './types.ts';

/**
 * 回避 (公务员法 76–77): the person leaves the set and never comes back, whether they hold a seat or not. It is never refused
 * because there is no replacement; see `needsSigner`. An answer that they gave while the set is open stops counting.
 */
export function recuse(set: TaskSet, { person, reason, at }: Operation<'recuse'>): Drafted {
  if (isRecused(set, person)) return 'task.already-recused';
  return {
    seats: set.seats.map((seat) => (counts(seat) ? seatWithout(seat, person) : seat)),
    recused: [...set.recused, { person, reason, at }],
  };
}

function seatWithout(seat: Seat, person: string): Seat {
  if (seat.holder === person) {
    // A claimed seat belongs to the role, not to its claimant: another candidate still has to fill it.
    return seat.origin === null ? reopened(seat) : closedAs(seat, 'recused');
  }
  // The conflict is the stand-in's or the helper's, not the holder's: the seat goes back to the holder.
  if (seat.outcome?.by === person) return withoutStandIn(reopened(seat));
  if (seat.standIn?.by === person) return withoutStandIn(seat);
  if (seat.delegatedTo === person) return withoutHelper(seat);
  return seat;
}
