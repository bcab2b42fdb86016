/** Finds jobs that were enqueued and never delivered, and jobs whose process ended while they ran. */
import { advisoryLocks, typedQueries, type Tables } from '@lawgate/database';
import { sql } from 'kysely';
import type pg from 'pg';
import { sqlText } from '../sql-text.ts';

const rescueWaiting = sqlText('rescue-waiting-jobs');
const rescueRunning = sqlText('rescue-running-jobs');

/**
 * @param afterMs wall time after which an enqueued job that has not begun counts as lost
 * @returns how many jobs were put back
 */
export async function rescueJobs(pool: pg.Pool, afterMs: number): Promise<number> {
  const waiting = await pool.query(rescueWaiting, [afterMs / 1000]);
  const running = await pool.query(rescueRunning, [advisoryLocks.jobRunner]);
  return (waiting.rowCount ?? 0) + (running.rowCount ?? 0);
}

/** Deletes ended jobs a week of wall time after their end. */
export async function cleanJobs(pool: pg.Pool): Promise<void> {
  await typedQueries<Tables>(pool)
    .deleteFrom('job')
    // Written out, because the index holds ended jobs only.
    .where('state', '=', sql.lit('done'))
    .where('finishedAt', '<', sql<Date>`clock_timestamp() - interval '7 days'`)
    .execute();
}
