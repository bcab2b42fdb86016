/**
 * Freezes the year behind by itself: on the first of January at 00:30 Asia/Shanghai, or as soon as a worker runs again.
 */
import { civilDateOf } from '@lawgate/calendar';
import type { Database } from '@lawgate/database';
import { notifyRole, type Town } from '../role-notices.ts';
import type { ReportingTables } from '../tables.ts';
import { freezeYear, yearBehind } from './year-freezer.ts';

/**
 * Freezes the year that is behind for every town that has not frozen it. A year that no worker of this installation
 * lived through is left to people: what is known of it is still being imported.
 *
 * @returns how many towns were frozen by this call
 */
export async function freezePastYear(
  database: Database<ReportingTables>,
  now: Date,
  onError: (error: Error) => void,
  signal?: AbortSignal,
): Promise<number> {
  await database.asWorker(({ db }) =>
    db
      .insertInto('year_lived')
      .values({ year: Number(civilDateOf(now).slice(0, 4)), firstSeenAt: now })
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  );
  const year = yearBehind(now);
  const waiting = await database.asWorker(({ db }) =>
    db
      .selectFrom('organisation as o')
      .select(['o.id', 'o.path'])
      .where('o.kind', '=', 'town')
      .where(({ exists, selectFrom }) => exists(selectFrom('year_lived as y').where('y.year', '=', year)))
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom('annual_freeze as f').whereRef('f.orgId', '=', 'o.id').where('f.year', '=', year))),
      )
      .orderBy('o.path')
      .execute(),
  );
  let frozen = 0;
  for (const town of waiting) {
    // What is left is done by the next run.
    if (signal?.aborted) break;
    try {
      if (await freezeAndNotify(database, town, year, now)) frozen += 1;
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
async function freezeAndNotify(
  database: Database<ReportingTables>,
  town: Town,
  year: number,
  now: Date,
): Promise<boolean> {
  return database.asWorker(async (tx) => {
    const answer = await freezeYear(tx.client, {
      organisation: town,
      year,
      revision: 1,
      reason: null,
      by: { id: null, name: '系统' },
      at: now,
      lastDigest: null,
    });
    const notify = (source: string, text: string): Promise<void> =>
      notifyRole(tx, town, 'director', { kind: 'report.year-end', source: `annual:${year}:${source}`, text, at: now });
    switch (answer.kind) {
      case 'frozen':
        await notify('frozen', `${year}年度统计已按规定冻结；需要更正的，请作修订并说明理由。`);
        return true;
      case 'unbalanced':
        await notify(
          'unbalanced',
          `${year}年度统计未能冻结：${answer.cases.length}件收支不平。请在年度统计中冻结本年度，按所列案件核对。`,
        );
        return false;
      default:
        return false;
    }
  });
}
