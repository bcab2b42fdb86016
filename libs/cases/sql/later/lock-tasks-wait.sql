-- Locks tasks in the order of their ids, before their timers, as commits do. `for share`: nothing is written to them,
-- but the next reminder must not be computed from a date that is being changed. Waits for rows that are locked
-- elsewhere.
-- The same statement as lock-tasks-skip.sql except for its last words: what to do about a locked row is no parameter.
--   $1 uuid[] tasks
select t.id, t.status = 'open' as open, t.due_on::text as "dueOn", t.provisional, t.clock_key as clock,
       c.category, c.definition_version as "definitionVersion", c.ruleset_version as "rulesetVersion"
  from task t join review_case c on c.id = t.case_id
 where t.id = any($1::uuid[]) order by t.id for share of t
