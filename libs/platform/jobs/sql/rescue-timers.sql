-- Puts timers back that were enqueued and not delivered.
--   $1 float8 seconds of wall time after which they count as lost
update timer set status = 'pending', enqueued_at = null
 where status = 'enqueued' and enqueued_at < clock_timestamp() - make_interval(secs => $1)
