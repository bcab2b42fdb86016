-- Every process drops its calendar, and the workers look at the clocks.
create or replace function tell_calendar_changed() returns trigger language plpgsql as $$
begin
  perform pg_notify('calendar_changed', new.revision::text);
  return null;
end $$;
