/** Waits until nothing is left to do at the present legal time, so that results do not depend on speed. */
import type pg from 'pg';
import { until } from '../owner.ts';

/** Work that is still to be done now; null when there is none. Only rows count: the queue contains nothing else. */
export async function unfinished(pool: pg.Pool): Promise<string | null> {
  const { rows } = await pool.query<{ outbox: number; timers: number; calendar: number; years: number }>({
    name: 'unfinished',
    text: `select (select count(*)::int from outbox where delivered_at is null) as outbox,
             (select count(*)::int from timer where status in ('pending', 'enqueued')
                 and fire_at <= (select at from simulated_clock)) as timers,
             (select count(*)::int from calendar_change where settled_at is null) as calendar,
             (select count(*)::int from year_lived y join organisation o on o.kind = 'town'
               where y.year = extract(year from (select at from simulated_clock) at time zone 'Asia/Shanghai' - interval '30 minutes') - 1
                 and not exists (select from annual_freeze f where f.org_id = o.id and f.year = y.year)) as years`,
  });
  const { outbox, timers, calendar, years } = rows[0] ?? { outbox: 0, timers: 0, calendar: 0, years: 0 };
  if (outbox + timers + calendar + years === 0) return null;
  return `${outbox} outbox rows, ${timers} timers, ${calendar} calendars, ${years} years to freeze`;
}

/** @param maxWaitMs wall time; must allow for a worker that is being restarted */
export async function untilQuiet(pool: pg.Pool, what: string, maxWaitMs = 240_000): Promise<void> {
  let left: string | null = null;
  const ask = async (): Promise<true | null> => ((left = await unfinished(pool)) === null ? true : null);
  await until(`quiet after ${what}`, ask, maxWaitMs, 5).catch((error: Error) => {
    throw new Error(`${error.message}: ${left}`);
  });
}
