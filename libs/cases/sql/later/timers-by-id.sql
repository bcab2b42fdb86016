-- The present rows of timers, not locked: those that are due are locked later, each kind in its own order.
--   $1 uuid[] timers
select id, case_id as "caseId", org_path as "orgPath", kind, subject, visit, stage, fire_at as "fireAt", token, status
  from timer where id = any($1::uuid[])
