/** Finds deliveries that were enqueued and never arrived: the queue was emptied, or its server lost them. */
import type pg from 'pg';
import { sqlText } from './sql-text.ts';

const rescueOutbox = sqlText('rescue-outbox');
const rescueTimers = sqlText('rescue-timers');

/**
 * Puts rows back that have been under way for longer than `afterMs` of wall time, so that the dispatcher and the timer
 * scan enqueue them again. This is safe for a delivery that was only slow, because a row is handled once.
 *
 * @returns how many rows were put back
 */
export async function rescue(pool: pg.Pool, afterMs: number): Promise<number> {
  const outbox = await pool.query(rescueOutbox, [afterMs / 1000]);
  const timers = await pool.query(rescueTimers, [afterMs / 1000]);
  return (outbox.rowCount ?? 0) + (timers.rowCount ?? 0);
}
