-- Cancels a timer whose event is no longer possible. A timer that fired in the meantime, or was set again (its token is
-- another), stays as it is.
--   $1 uuid timer, $2 int token
update timer set status = 'cancelled' where id = $1 and token = $2 and status in ('pending', 'enqueued')
