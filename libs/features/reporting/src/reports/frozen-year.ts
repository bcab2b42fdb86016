/** Which years of which organisations are frozen. */
import { notFound, type Principal } from '@lawgate/contracts';
import type pg from 'pg';
import type { Organisation } from './report-views.ts';

export type Place = Organisation & { readonly path: string };

/** The revision of one town's year that answers. */
export interface FrozenYear {
  readonly id: string;
  readonly orgPath: string;
  readonly revision: number;
  readonly frozenAt: Date;
  readonly digest: string;
}

/**
 * The last revision of every organisation of the place, or the one that is asked for.
 *
 * @param now what was frozen later does not answer: a simulated clock may be set back, and then the year is still open
 * @throws ProblemError 404 for a revision that the place does not have
 */
export async function frozenYears(
  client: pg.PoolClient,
  { path }: Place,
  year: number,
  now: Date,
  revision?: number,
): Promise<FrozenYear[]> {
  const found = await client.query<FrozenYear>(
    `select distinct on (org_path) id, org_path as "orgPath", revision, frozen_at as "frozenAt", digest
       from annual_freeze
      where org_path ^@ $1 and year = $2 and frozen_at <= $3
        and ($4::int is null or (org_path = $1 and revision = $4))
      order by org_path, revision desc`,
    [path, year, now, revision ?? null],
  );
  if (revision !== undefined && found.rows.length === 0) throw notFound('该次修订');
  return found.rows;
}

/**
 * The first four parameters of every statement on the book.
 *
 * @param paths those of {@link pathsIn}
 */
export function bookOf(year: number, paths: readonly string[], frozen: readonly FrozenYear[]): unknown[] {
  return [year, paths, frozen.map(({ orgPath }) => orgPath), frozen.map(({ id }) => id)];
}

/** The place and everything below. Equality with each path finds by index under row-level security; a prefix does not. */
export async function pathsIn(client: pg.PoolClient, { path }: Place): Promise<string[]> {
  const found = await client.query<{ path: string }>('select path from organisation where path ^@ $1 order by 1', [
    path,
  ]);
  return found.rows.map((row) => row.path);
}

/** The person's own organisation, or one below it by code or id. */
export async function findPlace(client: pg.PoolClient, viewer: Principal, organisation?: string): Promise<Place> {
  const found = await client.query<Place>(
    `select id, code, name, kind, path from organisation
      where path ^@ $1 and (code = $2 or id::text = lower($2))`,
    [viewer.orgPath, organisation ?? viewer.orgId],
  );
  const place = found.rows[0];
  if (place === undefined) throw notFound('该机关');
  return place;
}
