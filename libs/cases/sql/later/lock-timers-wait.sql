-- Locks timers in the order of their ids, after their tasks or clocks. Waits for rows that are locked elsewhere.
-- The same statement as lock-timers-skip.sql except for its last words: what to do about a locked row is no parameter.
--   $1 uuid[] timers
select id, case_id as "caseId", org_path as "orgPath", kind, subject, visit, stage, fire_at as "fireAt", token, status
  from timer where id = any($1::uuid[]) order by id for update
