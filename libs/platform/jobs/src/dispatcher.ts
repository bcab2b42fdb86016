/** Moves rows of the outbox to the queue, oldest first; failed rows when their retry is due. */
import type pg from 'pg';
import { crashPoint } from '@lawgate/process';
import type { DeliveryQueue } from './queue/delivery-queue.ts';

const batch = 500;

/**
 * Enqueues every waiting outbox row. A crash between enqueueing and marking enqueues the row twice: the second delivery
 * finds it delivered and does nothing.
 *
 * @returns how many rows were enqueued
 */
export async function dispatchOutbox(pool: pg.Pool, queue: DeliveryQueue): Promise<number> {
  let moved = 0;
  for (;;) {
    const waiting = await pool.query<{ id: string; attempts: number }>(
      `select id, attempts from outbox
        where enqueued_at is null and failed_at is null and (retry_at is null or retry_at <= clock_timestamp())
        order by created_at, id limit ${batch}`,
    );
    const ids = waiting.rows.map((row) => row.id);
    if (ids.length === 0) return moved;
    await queue.add(ids.map((id) => ({ kind: 'outbox', id, token: 0 })));
    crashPoint?.('dispatch.after-enqueue');
    // Wall time, because the time under way does not depend on legal time. A row that has failed since is not under
    // way.
    await pool.query(
      `update outbox set enqueued_at = clock_timestamp() from unnest($1::uuid[], $2::int[]) as x (id, attempts)
        where outbox.id = x.id and outbox.attempts = x.attempts`,
      [ids, waiting.rows.map(({ attempts }) => attempts)],
    );
    moved += ids.length;
    if (ids.length < batch) return moved;
  }
}
