-- Open cases by organisation, category and stage. The conditions are those of case-page.ts, so that a figure and its
-- list cannot differ.
--   $1 text path of the organisation, $2 date today, $3 date the Monday after
select c.org_path as "orgPath", c.category, c.stage, count(*)::int as open,
       count(*) filter (where c.due_on < $2::date and not exists (select from clock k where k.case_id = c.id
         and k.status = 'running' and k.due_on = c.due_on and k.provisional))::int as late,
       count(*) filter (where c.due_on >= $2::date and c.due_on < $3::date)::int as "dueThisWeek"
  from review_case c
 where c.org_path ^@ $1 and c.status = 'active'
 group by c.org_path, c.category, c.stage
