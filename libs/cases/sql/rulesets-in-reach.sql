-- The rule sets among which a new case of the viewer's organisation chooses; see versionInForce.
--   $1 text scope, $2 text path, $3 text id of the viewer, $4 date the day on which the case begins
select rulesets_in_reach($1, $2, $3, $4) as heads
