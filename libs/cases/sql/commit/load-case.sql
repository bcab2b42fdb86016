-- A case with all that a step reads, or the stored answer of the idempotency key; null where the viewer sees no such
-- case. One statement, because every event reads its case: see the function, which decides what the viewer may see.
--   $1 text scope, $2 text path, $3 text id of the viewer, $4 uuid case, $5 text idempotency key or null
select load_case($1, $2, $3, $4, $5) as answer
