-- Reminders of running clocks that have not fired, with what their times are computed from.
select t.id, t.token, t.stage, t.fire_at as "fireAt", k.state, c.category, c.definition_version as "definitionVersion",
       c.ruleset_version as "rulesetVersion"
  from timer t join clock k on k.case_id = t.case_id and t.subject = 'clock:' || k.key || ':' || k.run
  join review_case c on c.id = k.case_id
 where t.kind = 'clock-reminder' and t.status in ('pending', 'enqueued') and k.status = 'running'
