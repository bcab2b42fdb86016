/** Enqueues the timers that are due. */
import type pg from 'pg';
import { crashPoint } from '@lawgate/process';
import type { Delivery, DeliveryQueue } from '@lawgate/jobs';
import { isNoticeTimer } from './notice-timers.ts';
import { sqlText } from '../sql-text.ts';

const dueTimers = sqlText('later/due-timers');
const enqueueTimers = sqlText('later/enqueue-timers');

/** Number of timers that are read and marked by one statement each: the limit of `due-timers.sql`. */
export const timersPerChunk = 2_000;
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
    const found = await pool.query<{ id: string; token: number; kind: string }>(dueTimers, [now]);
    const due = found.rows;
    if (due.length === 0 || (await queue.backlog()) >= enoughJobs) return moved;
    const asDelivery = ({ id, token }: { id: string; token: number }): Delivery => ({ kind: 'timer', id, token });
    await queue.add(due.filter(({ kind }) => !isNoticeTimer(kind)).map(asDelivery));
    await queue.add(due.filter(({ kind }) => isNoticeTimer(kind)).map(asDelivery), noticeTimersPerJob);
    crashPoint?.('timer.after-enqueue');
    await pool.query(enqueueTimers, [due.map((row) => row.id), due.map((row) => row.token)]);
    moved += due.length;
    if (due.length < timersPerChunk) return moved;
  }
}
