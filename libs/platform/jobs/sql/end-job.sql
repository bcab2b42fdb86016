-- Ends a job.
--   $1 uuid id, $2 int token
update job set state = 'done', finished_at = clock_timestamp() where id = $1 and token = $2 and state = 'running'
