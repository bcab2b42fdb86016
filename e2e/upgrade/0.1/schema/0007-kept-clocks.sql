-- Reminders of clocks that no task carries: a third kind of timer, whose subject is the clock's key and run as that of a
-- clock's own event is.
alter table timer drop constraint timer_kind_check;
alter table timer add constraint timer_kind_check check (kind in ('reminder', 'clock-due', 'clock-reminder'));
