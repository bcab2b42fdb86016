/** Organisations that a request names. */
import { notFound, type Principal } from '@lawgate/contracts';
import type { Transaction } from '@lawgate/database';
import type { ReportingTables } from './tables.ts';

type Tx = Transaction<ReportingTables>;

/**
 * The person's own organisation, or one below it by code or id.
 *
 * @throws ProblemError 404 for an organisation that is not there or is not the person's
 */
export async function findPlace(tx: Tx, viewer: Principal, organisation?: string) {
  const place = await named(tx, viewer, organisation)
    .select(['o.id', 'o.code', 'o.name', 'o.kind', 'o.path'])
    .executeTakeFirst();
  if (place === undefined) throw notFound('该机关');
  return place;
}

export type Place = Readonly<Awaited<ReturnType<typeof findPlace>>>;

/**
 * The paths of that organisation and of those below it. Equality with each path finds by index under row-level security; a
 * prefix does not.
 *
 * @throws ProblemError as {@link findPlace}
 */
export async function findPaths(tx: Tx, viewer: Principal, organisation?: string): Promise<string[]> {
  const found = await named(tx, viewer, organisation)
    .innerJoin('organisation as below', (join) => join.on('below.path', '^@', ({ ref }) => ref('o.path')))
    .select('below.path')
    .orderBy('below.path')
    .execute();
  if (found.length === 0) throw notFound('该机关');
  return found.map(({ path }) => path);
}

/** The paths of a place and of everything below, as {@link findPaths}. */
export async function pathsIn({ db }: Tx, { path }: Place): Promise<string[]> {
  const found = await db.selectFrom('organisation').select('path').where('path', '^@', path).orderBy('path').execute();
  return found.map((row) => row.path);
}

function named({ db }: Tx, viewer: Principal, organisation = viewer.orgId) {
  return db
    .selectFrom('organisation as o')
    .where('o.path', '^@', viewer.orgPath)
    .where(({ eb, or, cast }) =>
      or([eb('o.code', '=', organisation), eb(cast<string>('o.id', 'text'), '=', organisation.toLowerCase())]),
    );
}
