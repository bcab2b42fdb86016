-- The ledger of a year by kind and quarter, without what is void.
--   $1 text path of the organisation, $2 int year
select e.kind, extract(quarter from e.on_date)::int as quarter, sum(e.number)::float8 as sum,
       (array_agg(e.number order by e.on_date desc, e.id desc))[1] as last, count(*)::int as entries
  from indicator_entry e
 where e.org_path = $1 and e.year = $2 and not exists (select from indicator_void v where v.entry_id = e.id)
 group by 1, 2 order by 1, 2
