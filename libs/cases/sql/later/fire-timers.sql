-- Marks timers as fired, in the transaction that notified about them and holds their locks.
--   $1 uuid[] timers, $2 timestamptz time of the delivery
update timer set status = 'fired', fired_at = $2, settled_at = clock_timestamp() where id = any($1::uuid[])
