-- The active people of the viewer's own organisation among those asked for, as actors of the engine. The function sets
-- the viewer, so that the statement needs no transaction.
--   $1 text scope, $2 text path, $3 text id of the viewer, $4 uuid[] people
select find_people($1, $2, $3, $4) as people
