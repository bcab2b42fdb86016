-- Notifies the dispatcher in any process; the payload names no kind.
--   $1 text channel
select pg_notify($1, '')
