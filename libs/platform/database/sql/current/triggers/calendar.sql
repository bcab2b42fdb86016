create or replace trigger calendar_changed after insert on calendar_change
  for each row execute function tell_calendar_changed();
create or replace trigger calendar_recount_queued after insert on calendar_change
  for each row execute function queue_calendar_recount();
