/** Finds jobs that were enqueued and never delivered, and jobs whose process ended while they ran. */
import { advisoryLocks } from '@lawgate/database';
import type pg from 'pg';

/**
 * @param afterMs wall time after which an enqueued job that has not begun counts as lost
 * @returns how many jobs were put back
 */
export async function rescueJobs(pool: pg.Pool, afterMs: number): Promise<number> {
  const waiting = await pool.query(
    `update job set enqueued_at = null
      where state = 'waiting' and enqueued_at < clock_timestamp() - make_interval(secs => $1)`,
    [afterMs / 1000],
  );
  // A process that runs jobs holds its lock as long as its connection lives. The token is incremented, so that a
  // process that only lost its connection can no longer write the result of this attempt.
  const running = await pool.query(
    `update job set state = 'waiting', enqueued_at = null, runner = null, token = token + 1,
            last_error = 'the worker process ended during the job', last_error_at = clock_timestamp()
      where state = 'running' and not exists (
        select from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objsubid = 2
           and l.objid = job.runner::oid and l.database = (select oid from pg_database where datname = current_database()))`,
    [advisoryLocks.jobRunner],
  );
  return (waiting.rowCount ?? 0) + (running.rowCount ?? 0);
}

/** Deletes ended jobs a week of wall time after their end. */
export async function cleanJobs(pool: pg.Pool): Promise<void> {
  await pool.query(`delete from job where state = 'done' and finished_at < clock_timestamp() - interval '7 days'`);
}
