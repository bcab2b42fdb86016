-- Sets open tasks to the due date of the last run of their clock. In a consistent database none differs.
update task set due_on = x.due_on, provisional = x.provisional
  from (select distinct on (case_id, key) case_id, key, status, due_on, provisional
          from clock order by case_id, key, run desc) as x
 where task.case_id = x.case_id and task.clock_key = x.key and task.status = 'open' and x.status = 'running'
   and (task.due_on is distinct from x.due_on or task.provisional is distinct from x.provisional)
