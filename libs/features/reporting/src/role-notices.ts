import { newId, type Transaction } from '@lawgate/database';
import { sql } from 'kysely';
import type { ReportingTables } from './tables.ts';

/** One town, as a scheduled job reads it. */
export interface Town {
  readonly id: string;
  readonly path: string;
}

export interface RoleNotice {
  readonly kind: 'indicator.reminder' | 'report.year-end';
  /** What it is about: each person gets one notice of a source. */
  readonly source: string;
  readonly text: string;
  readonly at: Date;
}

/** Writes one notice for everybody who has `role` in the town and whose account is active. */
export async function notifyRole(
  { db }: Transaction<ReportingTables>,
  town: Town,
  role: 'director' | 'reviewer',
  { kind, source, text, at }: RoleNotice,
): Promise<void> {
  const people = await db
    .selectFrom('person')
    .select('id')
    .where('orgId', '=', town.id)
    .where(({ ref }) => ref('active'))
    .where('roles', '@>', sql<string[]>`${[role]}`)
    .execute();
  if (people.length === 0) return;
  await db
    .insertInto('notification')
    .values(
      people.map(({ id }) => ({ id: newId(), personId: id, orgPath: town.path, kind, text, createdAt: at, source })),
    )
    .onConflict((conflict) => conflict.columns(['personId', 'source']).doNothing())
    .execute();
}
