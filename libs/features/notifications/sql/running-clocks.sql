-- The clocks of timers that still run.
--   $1 jsonb [{case uuid, key text, run int}]
select k.case_id as "caseId", k.run, k.state, c.category, c.definition_version as "definitionVersion",
       c.ruleset_version as "rulesetVersion", c.created_by as drafter, c.back_dated as "backDated"
  from jsonb_to_recordset($1::jsonb) as x ("case" uuid, key text, run int)
  join clock k on k.case_id = x."case" and k.key = x.key and k.run = x.run and k.status = 'running'
  join review_case c on c.id = k.case_id
