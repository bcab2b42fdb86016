-- Sets the viewer of the open transaction.
--   $1 text scope, $2 text path of the organisation, $3 text id of the person
select act_as($1, $2, $3)
