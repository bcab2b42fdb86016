-- Puts jobs back that were enqueued and have not begun.
--   $1 float8 seconds of wall time after which they count as lost
update job set enqueued_at = null
 where state = 'waiting' and enqueued_at < clock_timestamp() - make_interval(secs => $1)
