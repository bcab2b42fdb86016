/** Enqueues the timers that are due. */
import type pg from 'pg';
import { crashPoint } from '@lawgate/process';
import type { Delivery, DeliveryQueue } from '@lawgate/jobs';
import { isNoticeTimer } from './notice-timers.ts';

/** Number of timers that are read and marked by one statement each. */
const chunk = 2_000;
/** Number of notice timers in one job, which are handled in one transaction. */
export const noticeTimersPerJob = 200;
/**
 * Maximum queue length before the scan stops: more timers would only age in the queue, and the rescuer would treat them
 * as lost.
 */
const enoughJobs = 100;

/**
 * Enqueues due timers, the longest overdue first, until the queue is long enough. The rest is enqueued by the next
 * scan, which every delivery requests.
 *
 * @param now the legal time; a timer is never enqueued before its own
 * @returns how many timers were enqueued
 */
export async function scanTimers(pool: pg.Pool, queue: DeliveryQueue, now: Date): Promise<number> {
  let moved = 0;
  for (;;) {
    // Not sorted by id within one minute, which would sort all of them again for every chunk.
    const found = await pool.query<{ id: string; token: number; kind: string }>(
      `select id, token, kind from timer
        where status = 'pending' and fire_at <= $1 and failed_at is null
          and (retry_at is null or retry_at <= clock_timestamp())
        order by fire_at limit ${chunk}`,
      [now],
    );
    const due = found.rows;
    if (due.length === 0 || (await queue.backlog()) >= enoughJobs) return moved;
    const asDelivery = ({ id, token }: { id: string; token: number }): Delivery => ({ kind: 'timer', id, token });
    await queue.add(due.filter(({ kind }) => !isNoticeTimer(kind)).map(asDelivery));
    await queue.add(due.filter(({ kind }) => isNoticeTimer(kind)).map(asDelivery), noticeTimersPerJob);
    crashPoint?.('timer.after-enqueue');
    await pool.query(
      `update timer set status = 'enqueued', enqueued_at = clock_timestamp()
        from unnest($1::uuid[], $2::int[]) as x (id, token)
       where timer.id = x.id and timer.token = x.token and timer.status = 'pending'`,
      [due.map((row) => row.id), due.map((row) => row.token)],
    );
    moved += due.length;
    if (due.length < chunk) return moved;
  }
}
