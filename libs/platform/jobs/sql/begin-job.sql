-- Begins an attempt; no row when the delivery is stale or another process has begun.
--   $1 uuid id, $2 int token, $3 int the process: second key of its lock
update job set state = 'running', attempts = attempts + 1, token = token + 1, runner = $3,
       started_at = clock_timestamp()
 where id = $1 and token = $2 and state = 'waiting' returning id, kind, key, payload, attempts, token
