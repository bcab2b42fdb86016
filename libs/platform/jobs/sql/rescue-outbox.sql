-- Puts rows of the outbox back that were enqueued and not delivered.
--   $1 float8 seconds of wall time after which they count as lost
update outbox set enqueued_at = null
 where delivered_at is null and enqueued_at < clock_timestamp() - make_interval(secs => $1)
