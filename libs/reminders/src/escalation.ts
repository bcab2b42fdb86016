/** Who is told of a task besides those who have it: the ladder of an overdue reminder. */
import type { CivilDate } from '@lawgate/calendar';
import type { Ladder } from '@lawgate/engine';
import { overdueDayOf } from '@lawgate/runtime';
import type pg from 'pg';
import type { To } from './recipients.ts';

/** A task with a holder is his; any other is everybody's who has the role. */
export function holderOrRole({ holder, role }: { holder: string | null; role: string }): To {
  return holder === null ? { kind: 'role', role } : { kind: 'person', id: holder };
}

/**
 * Whom a reminder of this stage is for: the holder (or the people of the role), from the ladder's overdue days on
 * also who stands in for the holder on that day, and the directors. Whoever is reached in two ways is told once.
 */
export async function reachedBy(
  tx: pg.PoolClient,
  task: { readonly holder: string | null; readonly role: string },
  stage: string,
  today: CivilDate,
  ladder: Ladder,
): Promise<To[]> {
  const day = overdueDayOf(stage);
  const to = [holderOrRole(task)];
  if (day >= ladder.standInFrom && task.holder !== null) to.push(...(await standInsOf(tx, task.holder, today)));
  if (day >= ladder.directorFrom) to.push({ kind: 'role', role: 'director' });
  return to;
}

/** Who stands in for a person on a day: one at most, and nobody who has lost a role that it takes. */
export async function standInsOf(tx: pg.PoolClient, person: string, day: CivilDate): Promise<To[]> {
  const found = await tx.query<{ id: string }>({
    name: 'stand-ins-of',
    text: `select s.stand_in_id as id from stand_in s
             join person a on a.id = s.person_id join person b on b.id = s.stand_in_id
            where s.person_id = $1 and s.from_on <= $2 and $2 < s.to_on and b.active and b.roles @> a.roles`,
    values: [person, day],
  });
  return found.rows.map(({ id }) => ({ kind: 'person', id }));
}
