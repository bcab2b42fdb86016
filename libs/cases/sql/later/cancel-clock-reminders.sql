-- Cancels reminders of clocks that do not run. In a consistent database there are none.
update timer set status = 'cancelled' from clock k
 where timer.kind = 'clock-reminder' and timer.status in ('pending', 'enqueued') and timer.case_id = k.case_id
   and timer.subject = 'clock:' || k.key || ':' || k.run and k.status <> 'running'
