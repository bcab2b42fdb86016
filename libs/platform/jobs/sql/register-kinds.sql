-- Registers the kinds of a worker, and adds the scheduled jobs that are not open.
--   $1 jsonb [{kind text, title text, max int, scheduled boolean}], $2 text key of scheduled jobs
with known as (
  insert into job_kind (kind, title, max_attempts, scheduled)
  select x.kind, x.title, x.max, x.scheduled
    from jsonb_to_recordset($1::jsonb) as x (kind text, title text, max int, scheduled boolean)
  on conflict (kind) do update set title = excluded.title, max_attempts = excluded.max_attempts,
    scheduled = excluded.scheduled, seen_at = clock_timestamp()
  returning kind, scheduled)
insert into job (kind, key) select kind, $2 from known where scheduled
on conflict (kind, key) where state in ('waiting', 'running') do nothing
