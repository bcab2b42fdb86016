-- Stores that a person met a refusal. The same refusal at the same version is stored once: false where it is stored already.
--   $1 text scope, $2 text path, $3 text id of the viewer, $4 jsonb row of refusal_met
select keep_refusal($1, $2, $3, $4) as "isNew"
