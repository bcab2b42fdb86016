-- announce_work: wakes the dispatcher of the leading process when the transaction commits. The argument of the trigger
-- names a scheduled kind that has to run at once.
create or replace function announce_work() returns trigger language plpgsql as $$
begin
  perform pg_notify('lawgate_work', coalesce(tg_argv[0], ''));
  return null;
end $$;

-- may_operate: whether the operator of the transaction may see a failed job: those of their organisation, and those
-- without an organisation.
create or replace function may_operate(path text) returns boolean language sql stable parallel safe as $$
  select of_own_org(coalesce(path, current_setting('lawgate.org_path', true)))
$$;

-- operator_jobs: for each kind of job, how many wait, run and have failed, over all organisations; and the last failure
-- among the jobs that the operator may see. `outbox` and `timer` rows count as jobs of the kinds 'outbox.…' and
-- 'timer.…'.
--   p_now   the application's time, from which the waiting time of a timer counts
--   p_most  maximum number of counted rows of a kind
create or replace function operator_jobs(p_now timestamptz, p_most int)
returns table (kind text, waiting int, running int, failed int, mine int, last_error text, last_error_at timestamptz, next_run timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select k.kind,
         (select count(*)::int from (select from job j where j.kind = k.kind and j.state = 'waiting' limit p_most) x),
         (select count(*)::int from (select from job j where j.kind = k.kind and j.state = 'running' limit p_most) x),
         (select count(*)::int from (select from job j where j.kind = k.kind and j.state = 'failed' limit p_most) x),
         (select count(*)::int from (select from job j where j.kind = k.kind and j.state = 'failed'
                                        and may_operate(j.org_path) limit p_most) x),
         e.last_error, e.last_error_at,
         (select min(greatest(j.run_at, j.retry_at)) from job j where j.kind = k.kind and j.state = 'waiting'
             and j.enqueued_at is null)
    from job_kind k
    left join lateral (
      select j.last_error, j.last_error_at from job j
       where j.kind = k.kind and j.last_error_at is not null and may_operate(j.org_path)
       order by j.last_error_at desc limit 1) e on true
  union all
  select 'outbox.' || w.kind, w.waiting, w.running, w.failed, w.mine, e.last_error, e.last_error_at, w.next_run
    from (select o.kind, count(*) filter (where failed_at is null and enqueued_at is null)::int as waiting,
                 count(*) filter (where failed_at is null and enqueued_at is not null)::int as running,
                 count(*) filter (where failed_at is not null)::int as failed,
                 count(*) filter (where failed_at is not null and may_operate(org_path))::int as mine,
                 min(retry_at) filter (where failed_at is null and enqueued_at is null) as next_run
            from (select kind, failed_at, enqueued_at, org_path, retry_at from outbox where delivered_at is null limit p_most) o
           group by o.kind) w
    left join lateral (
      select o.last_error, o.last_error_at from outbox o
       where o.kind = w.kind and o.delivered_at is null and o.last_error_at is not null and may_operate(o.org_path)
       order by o.last_error_at desc limit 1) e on true
  union all
  select 'timer.' || w.kind, w.waiting, w.running, w.failed, w.mine, e.last_error, e.last_error_at, w.next_run
    from (select t.kind, count(*) filter (where failed_at is null and status = 'pending' and fire_at <= p_now)::int as waiting,
                 count(*) filter (where status = 'enqueued')::int as running,
                 count(*) filter (where failed_at is not null)::int as failed,
                 count(*) filter (where failed_at is not null and may_operate(org_path))::int as mine,
                 min(fire_at) filter (where failed_at is null and status = 'pending' and fire_at > p_now) as next_run
            from (select kind, failed_at, status, org_path, fire_at from timer where status in ('pending', 'enqueued') limit p_most) t
           group by t.kind) w
    left join lateral (
      select t.last_error, t.last_error_at from timer t
       where t.kind = w.kind and t.status in ('pending', 'enqueued') and t.last_error_at is not null and may_operate(t.org_path)
       order by t.last_error_at desc limit 1) e on true
$$;

-- operator_failed: failed jobs of one kind, the latest first; ids, times and reasons, no text of a case.
create or replace function operator_failed(p_kind text, p_limit int)
returns table (id uuid, kind text, attempts int, created_at timestamptz, failed_at timestamptz, error text)
language sql stable security definer set search_path = public, pg_temp as $$
  select x.* from (
    select j.id, j.kind, j.attempts, j.created_at, j.finished_at as failed_at, coalesce(j.last_error, '') as error
      from job j where j.kind = p_kind and j.state = 'failed' and may_operate(j.org_path)
    union all
    select o.id, 'outbox.' || o.kind, o.attempts, o.created_at, o.failed_at, coalesce(o.last_error, '')
      from outbox o where o.failed_at is not null and o.delivered_at is null and p_kind = 'outbox.' || o.kind and may_operate(o.org_path)
    union all
    select t.id, 'timer.' || t.kind, t.attempts, t.fire_at, t.failed_at, coalesce(t.last_error, '')
      from timer t where t.failed_at is not null and t.status = 'pending' and p_kind = 'timer.' || t.kind and may_operate(t.org_path)) x
  order by x.failed_at desc, x.id limit p_limit
$$;

-- operator_retry: starts a failed job again, with all its attempts. Returns its kind, or null where there is no such
-- job
-- that the operator may retry. If the same job was requested again in the meantime, no second one is added: the failed
-- one
-- is marked as done.
create or replace function operator_retry(p_id uuid) returns text
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_kind text; v_key text;
begin
  select j.kind, j.key into v_kind, v_key from job j
   where j.id = p_id and j.state = 'failed' and may_operate(j.org_path) for update;
  if found then
    if exists (select from job j where j.kind = v_kind and j.key = v_key and j.state in ('waiting', 'running')) then
      update job j set retry_at = null, run_at = null
       where j.kind = v_kind and j.key = v_key and j.state = 'waiting' and j.enqueued_at is null;
      update job set state = 'done' where id = p_id;
    else
      update job set state = 'waiting', attempts = 0, token = token + 1, retry_at = null, enqueued_at = null, runner = null,
             finished_at = null where id = p_id;
    end if;
    perform pg_notify('lawgate_work', '');
    return v_kind;
  end if;
  update outbox set failed_at = null, attempts = 0, retry_at = null, enqueued_at = null
   where id = p_id and failed_at is not null and delivered_at is null and may_operate(org_path)
   returning 'outbox.' || kind into v_kind;
  if not found then
    update timer set failed_at = null, attempts = 0, retry_at = null, enqueued_at = null, token = token + 1
     where id = p_id and failed_at is not null and status = 'pending' and may_operate(org_path)
     returning 'timer.' || kind into v_kind;
  end if;
  if v_kind is not null then perform pg_notify('lawgate_work', ''); end if;
  return v_kind;
end $$;

revoke execute on function operator_jobs, operator_failed, operator_retry from public;
grant execute on function operator_jobs, operator_failed, operator_retry to lawgate_app;
