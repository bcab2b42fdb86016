-- Reviews concluded in a year and the year before it, by category and together (category null): how long, on time or
-- not, adopted or not, and working days by stage.
--   $1 text[]  paths of the organisations
--   $2 int     the year
--   $3 text    category, or null for all
--   $4 date    the day before the first of $5
--   $5 int[]   for each day from then on, how many working days there have been since; days outside have no measure
with concluded as materialized (
  select extract(year from ended_on)::int as year, category, overdue, urgent, adoption, days, recorded,
         case when not recorded then ($5::int[])[accepted_on - $4::date] - ($5::int[])[received_on - $4::date] end as accepting,
         case when not recorded then ($5::int[])[filed_on - $4::date] - ($5::int[])[ended_on - $4::date] end as filing
    from register_entry
   where org_path = any ($1::text[]) and ended_on between make_date($2::int - 1, 1, 1) and make_date($2::int, 12, 31)
     and outcome = 'concluded' and ($3::text is null or category = $3)
)
select year, category, count(*)::int as concluded, count(*) filter (where overdue)::int as overdue,
       count(*) filter (where urgent)::int as urgent,
       count(*) filter (where recorded)::int as recorded,
       count(*) filter (where adoption = 'full')::int as "full", count(*) filter (where adoption = 'partial')::int as partial,
       count(*) filter (where adoption = 'none')::int as "none", count(*) filter (where adoption = 'pending')::int as pending,
       count(accepting)::int as "acceptingOf", avg(accepting)::float8 as "acceptingMean",
       percentile_cont(0.9) within group (order by accepting) as "acceptingP90",
       count(days)::int as "reviewOf", avg(days)::float8 as "reviewMean",
       percentile_cont(0.9) within group (order by days) as "reviewP90",
       count(filing)::int as "filingOf", avg(filing)::float8 as "filingMean",
       percentile_cont(0.9) within group (order by filing) as "filingP90"
  from concluded
 group by grouping sets ((year, category), (year))
