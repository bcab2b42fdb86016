/** Failures of outbox rows and timers, kept in the row: it is the truth of its tries as well. */
import type pg from 'pg';
import { jobErrorText } from './background/job-error.ts';

/** Tries of a row before it is given up. */
export const maxDeliveryAttempts = 18;
/** Seconds of wall time after the first failure; it doubles, up to an hour, and makes some six hours in all. */
const firstRetrySeconds = 1;
const maxRetrySeconds = 3_600;

/** What is still to be delivered, by table. */
const open = { outbox: 'delivered_at is null', timer: `status in ('pending', 'enqueued')` } as const;
/** A higher token, or one more try: the process that enqueued the row and has not marked it yet then leaves it alone. */
const waiting = {
  outbox: 'enqueued_at = null',
  timer: `enqueued_at = null, status = 'pending', token = token + 1`,
} as const;

/** Keeps why a delivery failed: the row waits for its next try, or is given up. @throws Error when it cannot be written */
export async function keepDeliveryFailure(
  pool: pg.Pool,
  table: 'outbox' | 'timer',
  id: string,
  error: unknown,
): Promise<void> {
  await pool.query(
    `update ${table} set ${waiting[table]}, attempts = attempts + 1, last_error = $2, last_error_at = clock_timestamp(),
            failed_at = case when attempts + 1 >= $3 then clock_timestamp() end,
            retry_at = clock_timestamp() + make_interval(secs => least($4::float8, $5::float8 * 2 ^ least(attempts, 30)))
      where id = $1 and failed_at is null and ${open[table]}`,
    [id, jobErrorText(error), maxDeliveryAttempts, maxRetrySeconds, firstRetrySeconds],
  );
}
