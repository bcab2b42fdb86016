/** Notifies anyone who keeps the ledger of a quarter that was left empty. */
import { civilDateOf, workingDaysBetween, type Calendar, type CivilDate } from '@lawgate/calendar';
import { inTransaction, newId } from '@lawgate/database';
import type pg from 'pg';
import { lastDayOfQuarter } from './indicators.service.ts';
import type { Kind } from './kinds.ts';
import { readKinds } from './ledger-access.ts';

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
  pool: pg.Pool,
  calendar: Calendar,
  now: Date,
  signal?: AbortSignal,
): Promise<number> {
  const asked = quarterToAsk(calendar, civilDateOf(now));
  if (asked === null) return 0;
  // Who has never kept a ledger is not notified that it is empty.
  const places = await pool.query<Place>(
    `select o.id, o.path from organisation o
      where exists (select from indicator_entry e where e.org_path = o.path and e.year between $1 - 1 and $1)
      order by o.path`,
    [asked.year],
  );
  let reminded = 0;
  for (const place of places.rows) {
    if (signal?.aborted) break;
    for (const kind of await readKinds(pool, place.path)) {
      if (kind.active && kind.expected === 'quarter' && (await notify(pool, place, kind, asked, now))) reminded += 1;
    }
  }
  return reminded;
}

interface Place {
  readonly id: string;
  readonly path: string;
}

async function notify(
  pool: pg.Pool,
  place: Place,
  kind: Kind,
  { year, quarter }: Quarter,
  now: Date,
): Promise<boolean> {
  return inTransaction(pool, async (tx) => {
    const first = await tx.query(
      `insert into indicator_reminder (org_id, org_path, kind, year, quarter, told_at)
       select $1, $2, $3, $4::int, $5::int, $6
        where not exists (select from indicator_entry e
                           where e.org_path = $2 and e.kind = $3 and e.year = $4 and extract(quarter from e.on_date) = $5
                             and not exists (select from indicator_void v where v.entry_id = e.id))
       on conflict do nothing`,
      [place.id, place.path, kind.key, year, quarter, now],
    );
    if (first.rowCount === 0) return false;
    const people = await tx.query<{ id: string }>(
      `select id from person where org_id = $1 and active and roles @> array['reviewer']`,
      [place.id],
    );
    await tx.query(
      `insert into notification (id, person_id, org_path, kind, text, created_at, source)
       select x.id, x.person, $3, 'indicator.reminder', $4, $5, $6 from unnest($1::uuid[], $2::uuid[]) as x (id, person)
       on conflict (person_id, source) do nothing`,
      [
        people.rows.map(() => newId()),
        people.rows.map(({ id }) => id),
        place.path,
        `${year}年第${'一二三四'[quarter - 1]}季度还没有登记「${kind.label}」，请在年度指标台账中补登。`,
        now,
        `indicator:${kind.key}:${year}:${quarter}`,
      ],
    );
    return true;
  });
}
