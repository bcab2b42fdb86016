-- History cannot be changed or deleted, not even by the owner by accident. take_back_generated alone takes rows of two
-- tables away, and keeps them elsewhere.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' and tg_table_name in ('opinion', 'fact')
     and current_setting('lawgate.takes_back', true) = 'generated' then
    return null;
  end if;
  raise exception 'history is append-only' using errcode = 'LG001';
end $$;

create or replace function refuse_calendar_change_removal() returns trigger language plpgsql as $$
begin
  raise exception 'changes of the calendar are append-only' using errcode = 'LG001';
end $$;

create or replace function refuse_ruleset_change() returns trigger language plpgsql as $$
begin
  raise exception 'rule sets are append-only' using errcode = 'LG001';
end $$;
