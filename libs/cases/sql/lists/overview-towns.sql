-- The organisations below the viewer's, in the order of their codes.
--   $1 text path of the organisation
select code, name, path from organisation where path ^@ $1 and path <> $1 order by code
