/** Failures of outbox rows and timers, stored in the row, which also counts its attempts. */
import { typedQueries, type Tables } from '@lawgate/database';
import { sql } from 'kysely';
import type pg from 'pg';
import { jobErrorText } from './background/job-error.ts';

/** Attempts of a row before it is given up. */
export const maxDeliveryAttempts = 18;
/** Seconds of wall time after the first failure; doubled each time up to an hour, in total about six hours. */
const firstRetrySeconds = 1;
const maxRetrySeconds = 3_600;
const retrySeconds = sql`least(${maxRetrySeconds}::float8, ${firstRetrySeconds}::float8 * 2 ^ least(attempts, 30))`;

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
  const db = typedQueries<Tables>(pool);
  const failure = {
    attempts: sql<number>`attempts + 1`,
    lastError: jobErrorText(error),
    lastErrorAt: sql<Date>`clock_timestamp()`,
    failedAt: sql<Date | null>`case when attempts + 1 >= ${maxDeliveryAttempts} then clock_timestamp() end`,
    retryAt: sql<Date>`clock_timestamp() + make_interval(secs => ${retrySeconds})`,
  };
  // A process that enqueued the row and has not marked it yet does not change it: it knows another number of attempts
  // or another token.
  if (table === 'outbox') {
    await db
      .updateTable('outbox')
      .set({ ...failure, enqueuedAt: null })
      .where('id', '=', id)
      .where('failedAt', 'is', null)
      .where('deliveredAt', 'is', null)
      .execute();
    return;
  }
  await db
    .updateTable('timer')
    .set({ ...failure, enqueuedAt: null, status: 'pending', token: sql<number>`token + 1` })
    .where('id', '=', id)
    .where('failedAt', 'is', null)
    .where('status', 'in', ['pending', 'enqueued'])
    .execute();
}
