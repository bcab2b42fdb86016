import { closedAs, reopened, withoutHelper, type Drafted, isLive } from './seats.ts';
import type { Operation, TaskSet } from './types.ts';

/**
 * 退回 and resubmission. `continue`: valid answers stay, the live seats are asked again as they are, and the round keeps
 * its number. `restart`: every seat that was neither removed nor recused answers again in the next round; delegations
 * end, because they concerned the former text; stand-ins stay.
 */
export function sendBack(set: TaskSet, { strategy }: Operation<'send-back'>): Drafted {
  if (strategy === 'continue') return { seats: [...set.seats], askAgain: true };
  const seats = set.seats.map((seat) => {
    if (seat.status === 'done') return reopened(seat);
    return isLive(seat) ? withoutHelper(seat) : seat;
  });
  return { seats, round: set.round + 1, askAgain: true };
}

/** Answers already given stay on record; seats without one are cancelled. */
export function cancel(set: TaskSet): Drafted {
  return { seats: set.seats.map((seat) => (isLive(seat) ? closedAs(seat, 'cancelled') : seat)), cancelled: true };
}
