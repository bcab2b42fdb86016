-- Puts a job back whose attempt does not count.
--   $1 uuid id, $2 int token, $3 float8 seconds until the next attempt
update job set state = 'waiting', attempts = attempts - 1, enqueued_at = null, runner = null,
       retry_at = clock_timestamp() + make_interval(secs => $3)
 where id = $1 and token = $2 and state = 'running'
