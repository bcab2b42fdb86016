-- Cases by the year of their first opinion letter, as the annual report counts them.
--   $1 text path of the organisation, $2 int the year
select count(*)::int as n from (
  select f.case_id from fact f where f.org_path ^@ $1 and f.kind = 'concluded'
   group by f.case_id having min(f.year) = $2) concluded
