-- All that verification reads of one case, null where the viewer does not see it; see the function.
--   $1 text scope, $2 text path, $3 text id of the viewer, $4 uuid case
select case_evidence($1, $2, $3, $4) as evidence
