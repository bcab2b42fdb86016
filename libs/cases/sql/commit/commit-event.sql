-- Writes one event. One statement, which is its own transaction: see the function for its rows, and the errors that say
-- that nothing was written.
--   $1 text scope, $2 text path, $3 text id of the viewer, $4 jsonb header of the case, $5 json stored case,
--   $6 jsonb history, $7 jsonb other rows by name, or null
select commit_event($1, $2, $3, $4, $5, $6, $7)
