-- The oldest rows of the outbox that wait to be enqueued. The limit is written out, because the plan depends on it.
select id, attempts from outbox
 where enqueued_at is null and failed_at is null and (retry_at is null or retry_at <= clock_timestamp())
 order by created_at, id limit 500
