/** Deletes rows that are no longer needed. */
import { typedQueries, type Tables } from '@lawgate/database';
import type pg from 'pg';

/** How long an idempotency key is kept, in hours of the application's clock. */
export const idempotencyHours = 48;

export async function clean(pool: pg.Pool, now: Date): Promise<void> {
  const keptSince = new Date(now.getTime() - idempotencyHours * 3_600_000);
  await typedQueries<Tables>(pool).deleteFrom('idempotency').where('createdAt', '<', keptSince).execute();
}
