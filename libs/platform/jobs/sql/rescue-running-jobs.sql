-- Puts jobs back whose process has ended: it holds its lock as long as its connection lives. The token is incremented,
-- so that a process that only lost its connection can no longer write the result of this attempt.
--   $1 oid first key of the locks of processes that run jobs
update job set state = 'waiting', enqueued_at = null, runner = null, token = token + 1,
       last_error = 'the worker process ended during the job', last_error_at = clock_timestamp()
 where state = 'running' and not exists (
   select from pg_locks l where l.locktype = 'advisory' and l.granted and l.classid = $1 and l.objsubid = 2
      and l.objid = job.runner::oid and l.database = (select oid from pg_database where datname = current_database()))
