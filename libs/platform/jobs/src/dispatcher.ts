/** Moves rows of the outbox to the queue, oldest first; failed rows when their retry is due. */
import type pg from 'pg';
import { crashPoint } from '@lawgate/process';
import type { DeliveryQueue } from './queue/delivery-queue.ts';
import { sqlText } from './sql-text.ts';

/** Number of rows that are read and marked by one statement each: the limit of `outbox-waiting.sql`. */
export const outboxBatch = 500;
const waitingText = sqlText('outbox-waiting');
const markEnqueuedText = sqlText('mark-outbox-enqueued');

/**
 * Enqueues every waiting outbox row. A crash between enqueueing and marking enqueues the row twice: the second delivery
 * finds it delivered and does nothing.
 *
 * @returns how many rows were enqueued
 */
export async function dispatchOutbox(pool: pg.Pool, queue: DeliveryQueue): Promise<number> {
  let moved = 0;
  for (;;) {
    const waiting = await pool.query<{ id: string; attempts: number }>(waitingText);
    const ids = waiting.rows.map((row) => row.id);
    if (ids.length === 0) return moved;
    await queue.add(ids.map((id) => ({ kind: 'outbox', id, token: 0 })));
    crashPoint?.('dispatch.after-enqueue');
    await pool.query(markEnqueuedText, [ids, waiting.rows.map(({ attempts }) => attempts)]);
    moved += ids.length;
    if (ids.length < outboxBatch) return moved;
  }
}
