-- How long cases stay in each state of their machine: calendar days, of stays that ended.
--   $1 text[]  paths of the organisations
--   $2 int     the year: cases that ended in it, and those that are open
--   $3 text    category, or null for all
--   $4 int     how many cases are looked at, the newest first: a county's year has more than one wants to wait for
with chosen as (
  (select case_id, category from register_entry
    where org_path = any ($1::text[]) and ended_on between make_date($2::int, 1, 1) and make_date($2::int, 12, 31)
      and ($3::text is null or category = $3) and not recorded
    order by ended_on desc limit $4)
  union all
  (select case_id, category from register_entry
    where org_path = any ($1::text[]) and ended_on is null and ($3::text is null or category = $3) and not recorded
    limit $4)
),
event as (
  select h.case_id, c.category, h.seq, h.at, (h.body::json) ->> 'to' as state
    from chosen c join history h on h.case_id = c.case_id
),
change as (
  select event.*, lag(state) over (partition by case_id order by seq) as before from event
),
stay as (
  select category, state, lead(at) over (partition by case_id order by seq) - at as lasted
    from change where before is distinct from state
)
select category, state, count(lasted)::int as stays,
       percentile_cont(0.5) within group (order by extract(epoch from lasted) / 86400) as median,
       percentile_cont(0.9) within group (order by extract(epoch from lasted) / 86400) as p90,
       (select count(*)::int from chosen) as cases
  from stay
 group by category, state
