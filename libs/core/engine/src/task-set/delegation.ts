import { exchange, withoutHelper, type Drafted, placeOf, refuseNewcomer } from './seats.ts';
import type { Operation, TaskSet } from './types.ts';

/** 委派: the holder asks for help. Until the helper resolves, nobody can answer on this seat. */
export function delegate(set: TaskSet, { by, to }: Operation<'delegate'>): Drafted {
  if (by === to) return 'task.same-person';
  const place = placeOf(set, by);
  if (place?.as !== 'holder') return 'task.not-holder';
  if (place.seat.status === 'done') return 'task.already-completed';
  if (place.seat.status === 'waiting') return 'task.not-your-turn';
  if (place.seat.status === 'delegated') return 'task.awaiting-helper';
  const refused = refuseNewcomer(set, to);
  if (refused) return refused;
  return { seats: exchange(set, place.seat, { ...place.seat, delegatedTo: to }) };
}

/** The helper reports; the seat goes back to its holder, who then answers. */
export function resolve(set: TaskSet, { by }: Operation<'resolve'>): Drafted {
  const place = placeOf(set, by);
  if (place?.as !== 'helper') return 'task.not-helper';
  if (place.seat.status !== 'delegated') return 'task.not-your-turn';
  return { seats: exchange(set, place.seat, withoutHelper(place.seat)) };
}
