/** Who is notified of a task besides those who have it: the ladder of an overdue reminder. */
import type { CivilDate } from '@lawgate/calendar';
import type { Ladder } from '@lawgate/engine';
import { overdueDayOf } from '@lawgate/cases';
import { typedQueries, type Tables } from '@lawgate/database';
import type pg from 'pg';
import type { To } from './recipients.ts';

/** A task with a holder is their; any other is everybody's who has the role. */
export function holderOrRole({ holder, role }: { holder: string | null; role: string }): To {
  return holder === null ? { kind: 'role', role } : { kind: 'person', id: holder };
}

/** Whether a reminder of this stage also goes to who stands in for the holder. */
export function reachesStandIn(stage: string, { standInFrom }: Ladder): boolean {
  return overdueDayOf(stage) >= standInFrom;
}

/**
 * Whom a reminder of this stage is for: the holder (or the people of the role), from the ladder's overdue days on
 * also who stands in for the holder on that day, and the directors. Anyone who is reached in two ways is notified once.
 *
 * @param standIns who stands in for whom on the day
 */
export function reachedBy(
  task: { readonly holder: string | null; readonly role: string },
  stage: string,
  standIns: ReadonlyMap<string, To>,
  ladder: Ladder,
): To[] {
  const to = [holderOrRole(task)];
  const standIn = task.holder === null ? undefined : standIns.get(task.holder);
  if (standIn !== undefined && reachesStandIn(stage, ladder)) to.push(standIn);
  if (overdueDayOf(stage) >= ladder.directorFrom) to.push({ kind: 'role', role: 'director' });
  return to;
}

/** Who stands in for a person on a day: one at most, and nobody who has lost a role that it takes. */
export async function standInsOf(tx: pg.PoolClient, person: string, day: CivilDate): Promise<To[]> {
  return [...(await standInsOfEach(tx, [person], day)).values()];
}

/** The same for many people by one statement, by the person stood in for. */
export async function standInsOfEach(
  tx: pg.PoolClient,
  people: readonly string[],
  day: CivilDate,
): Promise<Map<string, To>> {
  if (people.length === 0) return new Map();
  const found = await typedQueries<Tables>(tx)
    .selectFrom('stand_in as s')
    .innerJoin('person as a', 'a.id', 's.personId')
    .innerJoin('person as b', 'b.id', 's.standInId')
    .select(['s.personId as person', 's.standInId as id'])
    .where('s.personId', 'in', people)
    .where('s.fromOn', '<=', day)
    .where('s.toOn', '>', day)
    .where('b.active', '=', true)
    .whereRef('b.roles', '@>', 'a.roles')
    .execute();
  return new Map(found.map(({ person, id }) => [person, { kind: 'person', id }]));
}
