-- Gives a job up. A scheduled one gets a successor for its next run, and older failures of the kind are cleared.
--   $1 uuid id, $2 int token, $3 text error, or null, $4 text kind, $5 text key of scheduled jobs,
--   $6 timestamptz the application's time of the next run, $7 float8 seconds until it, $8 boolean whether there is one,
--   $9 timestamptz the application's time at which it was planned
with failed as (
  update job set state = 'failed', finished_at = clock_timestamp(), last_error = coalesce($3, last_error),
         last_error_at = case when $3::text is null then last_error_at else clock_timestamp() end
   where id = $1 and token = $2 and state = 'running' returning id),
older as (
  update job set state = 'done' where $8 and kind = $4 and key = $5 and state = 'failed')
insert into job (kind, key, run_at, retry_at, planned_at)
select $4, $5, $6, clock_timestamp() + make_interval(secs => $7), $9 from failed where $8
