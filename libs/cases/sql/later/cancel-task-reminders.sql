-- Cancels timers of tasks that are closed. In a consistent database there are none.
update timer set status = 'cancelled' from task
 where timer.kind = 'reminder' and timer.status in ('pending', 'enqueued')
   and task.id::text = timer.subject and task.status = 'closed'
