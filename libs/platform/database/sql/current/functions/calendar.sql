-- Notifies every process, which then reloads its calendar.
create or replace function tell_calendar_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('calendar_changed', new.revision::text);
  return null;
end $$;

-- queue_calendar_recount: adds a job that recounts every open clock after any change of the calendar.
create or replace function queue_calendar_recount() returns trigger language plpgsql security definer
set search_path = public, pg_temp as $$
begin
  insert into job (kind, key) values ('calendar.recount', new.revision::text);
  return null;
end $$;

revoke execute on function queue_calendar_recount from public;
