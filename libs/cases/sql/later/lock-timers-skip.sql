-- Locks timers in the order of their ids, after their tasks or clocks. Leaves out rows that are locked elsewhere.
-- The same statement as lock-timers-wait.sql except for its last words.
--   $1 uuid[] timers
select id, case_id as "caseId", org_path as "orgPath", kind, subject, visit, stage, fire_at as "fireAt", token, status
  from timer where id = any($1::uuid[]) order by id for update skip locked
