-- The next cases of an organisation and those below it, each with all that verification reads of it.
--   $1 text path of the organisation, $2 uuid the last case before, $3 int cases
select c.id, case_evidence('organisation', $1, null, c.id) as evidence
  from (select id from review_case where org_path ^@ $1 and id > $2 order by id limit $3) as c
 order by c.id
