-- Locks clocks in the order of their keys, before their timers, as commits do. `for share`: nothing is written to
-- them, but the next reminder must not be computed from a date that is being changed. Waits for rows that are locked
-- elsewhere.
-- The same statement as lock-clocks-skip.sql except for its last words: what to do about a locked row is no parameter.
--   $1 jsonb [{case uuid, key text, run int}]
select k.case_id as "caseId", k.run, k.state, c.category, c.definition_version as "definitionVersion",
       c.ruleset_version as "rulesetVersion"
  from jsonb_to_recordset($1::jsonb) as x ("case" uuid, key text, run int)
  join clock k on k.case_id = x."case" and k.key = x.key and k.run = x.run
  join review_case c on c.id = k.case_id
 order by k.case_id, k.key, k.run for share of k
