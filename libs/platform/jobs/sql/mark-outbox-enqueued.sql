-- Marks rows of the outbox as enqueued, except those that have failed since. By wall time, because the time under way
-- does not depend on legal time.
--   $1 uuid[] ids, $2 int[] their attempts
update outbox set enqueued_at = clock_timestamp() from unnest($1::uuid[], $2::int[]) as x (id, attempts)
 where outbox.id = x.id and outbox.attempts = x.attempts
