-- Marks jobs as enqueued, except those that were begun since.
--   $1 uuid[] ids, $2 int[] their tokens
update job set enqueued_at = clock_timestamp() from unnest($1::uuid[], $2::int[]) as x (id, token)
 where job.id = x.id and job.token = x.token and job.state = 'waiting'
