-- Where open cases are now.
--   $1 text[]  paths of the organisations
--   $2 text    category, or null for all
select category, state, min(stage) as stage, count(*)::int as waiting
  from review_case
 where org_path = any ($1::text[]) and status = 'active' and ($2::text is null or category = $2)
 group by category, state
