-- Who worked on the reviews concluded in a year: those who gave an opinion, by part and name. One review counts for each
-- of its people.
--   $1 text[]  paths of the organisations
--   $2 int     the year
--   $3 text    category, or null for all
with concluded as materialized (
  select category, reviewers, advisers, days
    from register_entry
   where org_path = any ($1::text[]) and ended_on between make_date($2::int, 1, 1) and make_date($2::int, 12, 31)
     and outcome = 'concluded' and ($3::text is null or category = $3)
),
work as (
  select 'reviewer' as part, name, category, days from concluded cross join unnest(reviewers) as name
   union all
  select 'adviser', name, category, days from concluded cross join unnest(advisers) as name
)
select part, name, category, count(*)::int as cases, count(days)::int as "daysOf", coalesce(sum(days), 0)::int as "daysSum"
  from work
 group by part, name, category
 order by part, name, category
