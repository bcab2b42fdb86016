-- Makes scheduled jobs run now, except those that wait after a failure.
--   $1 text[] kinds, $2 text key of scheduled jobs
update job set retry_at = null where kind = any($1) and key = $2 and state = 'waiting' and enqueued_at is null
   and attempts = 0 and run_at is null and retry_at > clock_timestamp()
