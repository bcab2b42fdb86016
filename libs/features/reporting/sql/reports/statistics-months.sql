-- What came in and how matters ended, by month and category, in a year and the year before it.
--   $1 text[]  paths of the organisations
--   $2 int     the year
--   $3 text    category, or null for all
select extract(year from received_on)::int as year, extract(month from received_on)::int as month, category,
       'received' as kind, count(*)::int as n
  from register_entry
 where org_path = any ($1::text[]) and received_on between make_date($2::int - 1, 1, 1) and make_date($2::int, 12, 31)
   and ($3::text is null or category = $3)
 group by 1, 2, 3
union all
select extract(year from ended_on)::int, extract(month from ended_on)::int, category, outcome, count(*)::int
  from register_entry
 where org_path = any ($1::text[]) and ended_on between make_date($2::int - 1, 1, 1) and make_date($2::int, 12, 31)
   and ($3::text is null or category = $3)
 group by 1, 2, 3, 4
