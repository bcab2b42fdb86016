/** Enqueues the timers whose time has come. */
import type pg from 'pg';
import { crashPoint } from '../crash-points.ts';
import type { DeliveryQueue } from '../queue/delivery-queue.ts';

const batch = 500;

/**
 * @param now the legal time; a timer is never enqueued before its own
 * @returns how many timers were enqueued
 */
export async function scanTimers(pool: pg.Pool, queue: DeliveryQueue, now: Date): Promise<number> {
  let moved = 0;
  for (;;) {
    const due = await pool.query<{ id: string; token: number }>(
      `select id, token from timer where status = 'pending' and fire_at <= $1 order by fire_at, id limit ${batch}`,
      [now],
    );
    if (due.rows.length === 0) return moved;
    await queue.add(due.rows.map(({ id, token }) => ({ kind: 'timer', id, token })));
    crashPoint('timer.after-enqueue');
    await pool.query(
      `update timer set status = 'enqueued', enqueued_at = clock_timestamp()
        from unnest($1::uuid[], $2::int[]) as x (id, token)
       where timer.id = x.id and timer.token = x.token and timer.status = 'pending'`,
      [due.rows.map((row) => row.id), due.rows.map((row) => row.token)],
    );
    moved += due.rows.length;
    if (due.rows.length < batch) return moved;
  }
}
