/** Deletes rows that are no longer needed. */
import type pg from 'pg';

/** How long an idempotency key is kept, in hours of the application's clock. */
export const idempotencyHours = 48;

export async function clean(pool: pg.Pool, now: Date): Promise<void> {
  await pool.query(`delete from idempotency where created_at < $1::timestamptz - make_interval(hours => $2)`, [
    now,
    idempotencyHours,
  ]);
}
