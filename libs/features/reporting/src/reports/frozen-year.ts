/** Which years of which organisations are frozen. */
import { notFound } from '@lawgate/contracts';
import type { Transaction } from '@lawgate/database';
import type { Place } from '../places.ts';
import type { ReportingTables } from '../tables.ts';

/** The revision of one town's year that answers. */
export type FrozenYear = Readonly<Awaited<ReturnType<typeof frozenYears>>[number]>;

/**
 * The last revision of every organisation of the place, or the one that is asked for.
 *
 * @param now what was frozen later does not answer: a simulated clock may be set back, and then the year is still open
 * @throws ProblemError 404 for a revision that the place does not have
 */
export async function frozenYears(
  { db }: Transaction<ReportingTables>,
  { path }: Place,
  year: number,
  now: Date,
  revision?: number,
) {
  const last = db
    .selectFrom('annual_freeze')
    .distinctOn('orgPath')
    .select(['id', 'orgPath', 'revision', 'frozenAt', 'digest'])
    .where('orgPath', '^@', path)
    .where('year', '=', year)
    .where('frozenAt', '<=', now)
    .orderBy('orgPath')
    .orderBy('revision', 'desc');
  if (revision === undefined) return last.execute();
  const found = await last.where('orgPath', '=', path).where('revision', '=', revision).execute();
  if (found.length === 0) throw notFound('该次修订');
  return found;
}

/**
 * The first four parameters of every statement on the book.
 *
 * @param paths those of `pathsIn`
 */
export function bookOf(year: number, paths: readonly string[], frozen: readonly FrozenYear[]): unknown[] {
  return [year, paths, frozen.map(({ orgPath }) => orgPath), frozen.map(({ id }) => id)];
}
