-- The oldest due jobs of each kind that has none enqueued or running: one, or a batch.
--   $1 text[] kinds, $2 timestamptz the application's time, $3 int[] the batch of each kind
select j.id, j.kind, j.token from unnest($1::text[], $3::int[]) as k (kind, batch)
 cross join lateral (
   select id, kind, token from job
    where job.kind = k.kind and state = 'waiting' and enqueued_at is null
      and (run_at is null or run_at <= $2 or planned_at > $2)
      and (retry_at is null or retry_at <= clock_timestamp())
    order by created_at, id limit k.batch) j
 where not exists (select from job o where o.kind = k.kind
                     and (o.state = 'running' or (o.state = 'waiting' and o.enqueued_at is not null)))
