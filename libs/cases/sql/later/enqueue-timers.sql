-- Marks the timers of a chunk as enqueued, after the queue has their jobs. A timer that was set again in the meantime
-- has another token and stays pending.
--   $1 uuid[] timers, $2 int[] their tokens
update timer set status = 'enqueued', enqueued_at = clock_timestamp()
  from unnest($1::uuid[], $2::int[]) as x (id, token)
 where timer.id = x.id and timer.token = x.token and timer.status = 'pending'
