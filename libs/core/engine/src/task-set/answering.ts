import { exchange, reopened, withoutStandIn } from './draft.ts';
import type { Drafted } from './draft.ts';
import type { TaskRule } from './rules.ts';
import { claimableSeat, placeOf } from './seats.ts';
import type { Operation, Seat, SeatOutcome, TaskSet } from './types.ts';

export function complete(set: TaskSet, operation: Operation<'complete'>): Drafted {
  const { by, answer, favourable, at } = operation;
  const found = seatToAnswer(set, operation);
  if (typeof found === 'string') return found;
  const { seat, onBehalfOf } = found;
  const outcome: SeatOutcome = { by, ...(onBehalfOf === undefined ? {} : { onBehalfOf }), answer, favourable, at };
  // When the holder answers themselves, the stand-in ends; the trail keeps it.
  const base = onBehalfOf === undefined ? withoutStandIn(seat) : seat;
  return { seats: exchange(set, seat, { ...base, holder: seat.holder ?? by, status: 'done', outcome }) };
}

function seatToAnswer(
  set: TaskSet,
  { by, standInFor }: Operation<'complete'>,
): { seat: Seat; onBehalfOf?: string } | TaskRule {
  const place = placeOf(set, by);
  if (place?.seat.status === 'done') return 'task.already-completed';
  if (standInFor !== undefined && !(place?.as === 'stand-in' && place.seat.holder === standInFor)) {
    return 'task.not-stand-in';
  }
  if (!place) {
    const open = claimableSeat(set);
    return open ? { seat: open } : 'task.not-holder';
  }
  if (place.as === 'helper') return 'task.helper-only-resolves';
  if (place.seat.status === 'waiting') return 'task.not-your-turn';
  if (place.seat.status === 'delegated') return 'task.awaiting-helper';
  // A stand-in who does not say so still answers for the holder: the second name is never lost.
  const holder = place.seat.holder;
  return place.as === 'stand-in' && holder !== null ? { seat: place.seat, onBehalfOf: holder } : { seat: place.seat };
}

/** Only who gave the answer takes it back: the holder does not withdraw what their stand-in signed, nor the reverse. */
export function withdraw(set: TaskSet, { by }: Operation<'withdraw'>): Drafted {
  const seat = set.seats.find((each) => each.status === 'done' && each.outcome?.by === by);
  return seat ? { seats: exchange(set, seat, reopened(seat)) } : 'task.nothing-to-withdraw';
}
