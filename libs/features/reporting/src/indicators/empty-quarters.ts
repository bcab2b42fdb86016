/** Notifies anyone who keeps the ledger of a quarter that was left empty. */
import { civilDateOf, workingDaysBetween, type Calendar, type CivilDate } from '@lawgate/calendar';
import type { Database } from '@lawgate/database';
import type { ExpressionBuilder } from 'kysely';
import { notifyRole, type Town } from '../role-notices.ts';
import type { ReportingTables } from '../tables.ts';
import { lastDayOfQuarter } from './indicators.service.ts';
import type { Kind } from './kinds.ts';
import { quarterOfEntry, readKinds } from './ledger-access.ts';

export interface Quarter {
  readonly year: number;
  readonly quarter: number;
}

/**
 * The quarter whose last working day is past and that is reported now. A past year is closed: only its fourth
 * quarter may still be asked for in January, because its last working day may be its last day.
 */
export function quarterToAsk(calendar: Calendar, today: CivilDate): Quarter | null {
  const year = Number(today.slice(0, 4));
  const quarter = Math.ceil(Number(today.slice(5, 7)) / 3);
  // Past its last working day: from today on no working day of the quarter is left.
  const dayBefore = civilDateOf(new Date(Date.parse(`${today}T12:00:00+08:00`) - 86_400_000));
  if (workingDaysBetween(calendar, dayBefore, lastDayOfQuarter(year, quarter)) === 0) return { year, quarter };
  if (quarter > 1) return { year, quarter: quarter - 1 };
  return today < `${year}-02-01` ? { year: year - 1, quarter: 4 } : null;
}

/** @returns how many reminders were written; each kind of an organisation is reported once for a quarter */
export async function remindOfEmptyQuarters(
  database: Database<ReportingTables>,
  calendar: Calendar,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const asked = quarterToAsk(calendar, civilDateOf(now));
  if (asked === null) return 0;
  // Who has never kept a ledger is not notified that it is empty.
  const towns = await database.asWorker(({ db }) =>
    db
      .selectFrom('organisation as o')
      .select(['o.id', 'o.path'])
      .where(({ exists, selectFrom }) =>
        exists(
          selectFrom('indicator_entry as e')
            .whereRef('e.orgPath', '=', 'o.path')
            .where(({ between }) => between('e.year', asked.year - 1, asked.year)),
        ),
      )
      .orderBy('o.path')
      .execute(),
  );
  let reminded = 0;
  for (const town of towns) {
    if (signal?.aborted) break;
    for (const kind of await database.asWorker((tx) => readKinds(tx, town.path))) {
      if (kind.active && kind.expected === 'quarter' && (await notify(database, town, kind, asked, now))) reminded += 1;
    }
  }
  return reminded;
}

/** @returns false where there are entries, or where a reminder was written already */
async function notify(
  database: Database<ReportingTables>,
  town: Town,
  kind: Kind,
  { year, quarter }: Quarter,
  now: Date,
): Promise<boolean> {
  return database.asWorker(async (tx) => {
    const { numInsertedOrUpdatedRows } = await tx.db
      .insertInto('indicator_reminder')
      .columns(['orgId', 'orgPath', 'kind', 'year', 'quarter', 'toldAt'])
      .expression(
        tx.db
          .selectNoFrom(({ val }) => [
            val(town.id).as('orgId'),
            val(town.path).as('orgPath'),
            val(kind.key).as('kind'),
            val(year).as('year'),
            val(quarter).as('quarter'),
            val(now).as('toldAt'),
          ])
          .where(({ not, exists, selectFrom }) =>
            not(
              exists(
                selectFrom('indicator_entry as e')
                  .where('e.orgPath', '=', town.path)
                  .where('e.kind', '=', kind.key)
                  .where('e.year', '=', year)
                  .where(quarterOfEntry, '=', quarter)
                  .where(isNotVoid),
              ),
            ),
          ),
      )
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirstOrThrow();
    if (numInsertedOrUpdatedRows === 0n) return false;
    await notifyRole(tx, town, 'reviewer', {
      kind: 'indicator.reminder',
      source: `indicator:${kind.key}:${year}:${quarter}`,
      text: `${year}年第${'一二三四'[quarter - 1]}季度还没有登记「${kind.label}」，请在年度指标台账中补登。`,
      at: now,
    });
    return true;
  });
}

function isNotVoid({
  not,
  exists,
  selectFrom,
}: ExpressionBuilder<ReportingTables & { e: ReportingTables['indicator_entry'] }, 'e'>) {
  return not(exists(selectFrom('indicator_void as v').whereRef('v.entryId', '=', 'e.id')));
}
