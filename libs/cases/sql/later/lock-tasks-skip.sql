-- Locks tasks in the order of their ids, before their timers, as commits do. Leaves out rows that are locked elsewhere.
-- The same statement as lock-tasks-wait.sql except for its last words.
--   $1 uuid[] tasks
select t.id, t.status = 'open' as open, t.due_on::text as "dueOn", t.provisional, t.clock_key as clock,
       c.category, c.definition_version as "definitionVersion", c.ruleset_version as "rulesetVersion"
  from task t join review_case c on c.id = t.case_id
 where t.id = any($1::uuid[]) order by t.id for share of t skip locked
