-- queue_rows: rows that wait to be delivered, and how long the last deliveries took, over all organisations. Only ids
-- and
-- times, because the gauges are read by processes without a viewer. Each part reads a bounded number of index entries,
-- however many rows there are. Rows that were given up are not counted.
--   p_now      the application's time, by which rows are due
--   p_since    wall time from which on completed deliveries count
--   p_oldest   number of returned rows of each kind, the oldest first
--   p_most     maximum number of counted entries
create or replace function queue_rows(p_now timestamptz, p_since timestamptz, p_oldest int, p_most int) returns json
language sql stable security definer set search_path = public, pg_temp
  -- The plan depends on the limits, so they must be known when it is made.
  set plan_cache_mode = force_custom_plan as $$
  with due as (
    (select id, fire_at as since from timer where status = 'pending' and failed_at is null and fire_at <= p_now order by fire_at limit p_oldest)
    union all
    (select id, fire_at from timer where status = 'enqueued' order by enqueued_at limit p_oldest)),
  undelivered as (
    (select id, created_at as since from outbox where enqueued_at is null and failed_at is null order by created_at limit p_oldest)
    union all
    (select id, created_at from outbox where delivered_at is null and enqueued_at is not null
      order by enqueued_at limit p_oldest)),
  lag as (
    select extract(epoch from settled_at - enqueued_at) as seconds from (
      (select settled_at, enqueued_at from timer where settled_at >= p_since order by settled_at desc limit p_most)
      union all
      (select settled_at, enqueued_at from outbox where settled_at >= p_since order by settled_at desc limit p_most)) x
     where enqueued_at is not null)
  select json_build_object(
    'due', coalesce((select json_agg(json_build_object('id', id, 'since', since)) from due), '[]'),
    'undelivered', coalesce((select json_agg(json_build_object('id', id, 'since', since)) from undelivered), '[]'),
    'lag', (select json_build_object('count', count(*),
              'p50', percentile_cont(0.5) within group (order by seconds),
              'p99', percentile_cont(0.99) within group (order by seconds)) from lag),
    'dueCount', (select count(*) from (select from timer where status = 'pending' and failed_at is null and fire_at <= p_now limit p_most) x)
              + (select count(*) from (select from timer where status = 'enqueued' limit p_most) x),
    'undeliveredCount', (select count(*) from (select from outbox where enqueued_at is null and failed_at is null limit p_most) x)
              + (select count(*) from (select from outbox where delivered_at is null and enqueued_at is not null limit p_most) x),
    'channelWaiting',
      (select count(*) from (select from channel_delivery where channel = 'mail' and status in ('waiting', 'failed') limit p_most) x)
      + (select count(*) from (select from channel_delivery where channel = 'webhook' and status in ('waiting', 'failed') limit p_most) x),
    'channelDead', (select count(*) from (select from channel_delivery where status = 'dead' limit p_most) x))
$$;

revoke execute on function queue_rows from public;
grant execute on function queue_rows to lawgate_app, lawgate_worker;
