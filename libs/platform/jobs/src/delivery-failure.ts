/** Failures of outbox rows and timers, stored in the row, which also counts its attempts. */
import type pg from 'pg';
import { jobErrorText } from './background/job-error.ts';

/** Attempts of a row before it is given up. */
export const maxDeliveryAttempts = 18;
/** Seconds of wall time after the first failure; doubled each time up to an hour, in total about six hours. */
const firstRetrySeconds = 1;
const maxRetrySeconds = 3_600;

/** Conditions for rows still to be delivered, by table. */
const open = { outbox: 'delivered_at is null', timer: `status in ('pending', 'enqueued')` } as const;
/**
 * A higher token, or one more attempt, so that the process that enqueued the row and has not marked it yet does not
 * change it.
 */
const waiting = {
  outbox: 'enqueued_at = null',
  timer: `enqueued_at = null, status = 'pending', token = token + 1`,
} as const;

/**
 * Stores why a delivery failed: the row waits for its next attempt, or is given up. @throws Error when it cannot be
 * written
 */
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
