-- History cannot be changed or deleted, not even by the owner by accident.
create or replace function refuse_change() returns trigger language plpgsql as $$
begin
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
