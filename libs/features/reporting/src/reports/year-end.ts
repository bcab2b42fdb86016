/**
 * Freezes the year behind by itself: on the first of January at 00:30 Asia/Shanghai, or as soon as a worker runs again.
 */
import { civilDateOf } from '@lawgate/calendar';
import { inTransaction, newId } from '@lawgate/database';
import type pg from 'pg';
import { freezeYear, yearBehind } from './year-freezer.ts';

interface Waiting {
  readonly id: string;
  readonly path: string;
}

/**
 * Freezes the year that is behind for every town that has not frozen it. A year that no worker of this installation
 * lived through is left to people: what is known of it is still being imported.
 *
 * @returns how many towns were frozen by this call
 */
export async function freezePastYear(
  pool: pg.Pool,
  now: Date,
  onError: (error: Error) => void,
  signal?: AbortSignal,
): Promise<number> {
  await pool.query('insert into year_lived (year, first_seen_at) values ($1, $2) on conflict do nothing', [
    Number(civilDateOf(now).slice(0, 4)),
    now,
  ]);
  const year = yearBehind(now);
  const waiting = await pool.query<Waiting>(
    `select o.id, o.path from organisation o
      where o.kind = 'town' and exists (select from year_lived y where y.year = $1)
        and not exists (select from annual_freeze f where f.org_id = o.id and f.year = $1)
      order by o.path`,
    [year],
  );
  let frozen = 0;
  for (const town of waiting.rows) {
    // What is left is done by the next run.
    if (signal?.aborted) break;
    try {
      if (await freezeAndNotify(pool, town, year, now)) frozen += 1;
    } catch (error) {
      // One town that cannot be counted must not keep the others from it.
      onError(new Error(`the year ${year} of ${town.path} was not frozen`, { cause: error }));
    }
  }
  return frozen;
}

/**
 * The frozen year and the notice of it are one transaction; one that did not balance is reported once and tried again.
 */
async function freezeAndNotify(pool: pg.Pool, town: Waiting, year: number, now: Date): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const answer = await freezeYear(tx, {
      organisation: town,
      year,
      revision: 1,
      reason: null,
      by: { id: null, name: '系统' },
      at: now,
      lastDigest: null,
    });
    switch (answer.kind) {
      case 'frozen':
        await notify(
          tx,
          town,
          `annual:${year}:frozen`,
          now,
          `${year}年度统计已按规定冻结；需要更正的，请作修订并说明理由。`,
        );
        return true;
      case 'unbalanced': {
        const text = `${year}年度统计未能冻结：${answer.cases.length}件收支不平。请在年度统计中冻结本年度，按所列案件核对。`;
        await notify(tx, town, `annual:${year}:unbalanced`, now, text);
        return false;
      }
      default:
        return false;
    }
  });
}

/** Notifies the directors, each once. */
async function notify(tx: pg.PoolClient, town: Waiting, source: string, now: Date, text: string): Promise<void> {
  const directors = await tx.query<{ id: string }>(
    `select id from person where org_id = $1 and active and roles @> array['director']`,
    [town.id],
  );
  await tx.query(
    `insert into notification (id, person_id, org_path, kind, text, created_at, source)
     select x.id, x.person, $3, 'report.year-end', $4, $5, $6 from unnest($1::uuid[], $2::uuid[]) as x (id, person)
     on conflict (person_id, source) do nothing`,
    [directors.rows.map(() => newId()), directors.rows.map(({ id }) => id), town.path, text, now, source],
  );
}
