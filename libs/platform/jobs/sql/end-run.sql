-- Ends a run of a scheduled job, which waits for its next one, and clears older failures of the kind.
--   $1 uuid id, $2 int token, $3 timestamptz the application's time of the next run, $4 float8 seconds until it,
--   $5 text kind, $6 text key of scheduled jobs, $7 timestamptz the application's time at which it was planned
with again as (
  update job set state = 'waiting', attempts = 0, enqueued_at = null, runner = null, finished_at = clock_timestamp(),
         run_at = $3, retry_at = clock_timestamp() + make_interval(secs => $4), planned_at = $7
   where id = $1 and token = $2 and state = 'running' returning id)
update job set state = 'done' where kind = $5 and key = $6 and state = 'failed' and exists (select from again)
