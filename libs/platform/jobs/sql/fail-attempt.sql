-- Stores why an attempt failed; the job waits for its next one.
--   $1 uuid id, $2 int token, $3 text error, $4 float8 seconds until the next attempt
update job set state = 'waiting', enqueued_at = null, runner = null, last_error = $3, last_error_at = clock_timestamp(),
       retry_at = clock_timestamp() + make_interval(secs => $4)
 where id = $1 and token = $2 and state = 'running'
