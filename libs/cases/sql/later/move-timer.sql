-- Moves a timer to another time, as one that was never tried. The new token makes jobs of the old time stale; a timer
-- that fired in the meantime stays as it is.
--   $1 uuid timer, $2 int token, $3 timestamptz
update timer set fire_at = $3, status = 'pending', token = token + 1, enqueued_at = null,
       attempts = 0, retry_at = null, failed_at = null
 where id = $1 and token = $2 and status in ('pending', 'enqueued')
