-- Calendar administration: what was changed in the calendar, by whom, and whether every open clock has been counted
-- again. The tables of days are the same for all towns, so no row here belongs to one.

create table calendar_change (
  -- Changes are written one at a time under an advisory lock, so that revisions become visible in their order.
  revision bigint generated always as identity primary key,
  kind text not null check (kind in ('import', 'override', 'override-removed', 'built-in')),
  -- The year of the table; of an override, the year that its date lies in.
  year int not null,
  -- Of an override.
  date date,
  document_number text not null,
  -- Null for a table that came with the program.
  entered_by uuid references person (id),
  -- The name at that time: an auditor of another town sees it too.
  entered_by_name text not null,
  entered_at timestamptz not null,
  -- What came, went and turned: {added, removed, changed}.
  detail jsonb not null,
  -- Wall time: how long processes have had to hear of a change is no question of law.
  recorded_at timestamptz not null default clock_timestamp(),
  -- Set once every open clock was counted again and nothing can come from the calendar before.
  settled_at timestamptz
);
create index calendar_change_open on calendar_change (revision) where settled_at is null;

-- Every process forgets its calendar, and the workers look at the clocks.
create function tell_calendar_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('calendar_changed', new.revision::text);
  return null;
end $$;
create trigger calendar_changed after insert on calendar_change
  for each row execute function tell_calendar_changed();

create function refuse_calendar_change_removal() returns trigger language plpgsql as $$
begin
  raise exception 'changes of the calendar are append-only' using errcode = 'LG001';
end $$;
create trigger calendar_change_kept before delete or truncate on calendar_change
  for each statement execute function refuse_calendar_change_removal();

grant select, insert on calendar_change to lawgate_app, lawgate_worker;
grant update (settled_at) on calendar_change to lawgate_worker;
-- A table is replaced whole; an override is taken back.
grant delete on calendar_day, calendar_override to lawgate_app;

-- Whoever changes the calendar is told how many clocks that moves. The scope 'calendar' shows the open clocks of every
-- town and nothing else: no case, no task, no name; and it may write none of them.
create policy clock_calendar on clock for select to lawgate_app
  using (current_setting('lawgate.scope', true) = 'calendar' and status in ('running', 'paused'));
create index clock_open_case on clock (case_id, key, run) where status in ('running', 'paused');
