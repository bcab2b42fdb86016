-- Marks an outbox row as delivered, in the transaction that did its work.
--   $1 uuid outbox row, $2 timestamptz time of the delivery
update outbox set delivered_at = $2, settled_at = clock_timestamp() where id = $1
