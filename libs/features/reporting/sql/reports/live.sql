-- The book of a year by the facts of now: one row for each case, with a flag for each figure that the case counts in.
--   $1 int     the year
--   $2 text[]  paths of the organisations whose cases are meant; equality finds by index under row-level security
--   $3 text[]  paths of organisations that are left out
-- Only the cases of the year are read, however many years there are: those that have a fact in it, and those that were
-- on the books before it and after it.
-- A case ends in the books with its first conclusion, and counts in that year: what comes later never takes it out of a
-- year that is over. Its particulars are those of the last letter of that year. One that was never concluded ends with
-- the last of its other outcomes. A case that is filed with several recipients counts as filed once, in the year of the
-- last report that was due, and as filed on time only when every one of its reports was. A fact without `remaining` is
-- the only report of its case.
-- A recorded case (补录) has the days and the conclusion of a register, and nothing is known of its adoption, its problems
-- and its time limits: it is counted, and left out of what is figured from those.
with of_year as materialized (
  select case_id from fact
   where org_path = any ($2::text[]) and org_path <> all ($3::text[]) and year = $1
   union
  select case_id from register_entry
   where org_path = any ($2::text[]) and org_path <> all ($3::text[]) and received_on < make_date($1, 1, 1)
     and (ended_on is null or ended_on > make_date($1, 12, 31))
     and (ended_on is null or extract(year from ended_on) > extract(year from received_on))
),
event as materialized (
  select f.id, f.case_id, f.org_path, f.category, f.kind, f.on_date, f.year, f.detail
    from of_year join fact f on f.case_id = of_year.case_id
),
counted_in as (
  select case_id, min(year) as year from event where kind = 'concluded' group by case_id
),
outcome as (
  select distinct on (e.case_id) e.case_id, e.kind, e.on_date, e.year, e.detail
    from event e left join counted_in y using (case_id)
   where case when y.year is null then e.kind in ('returned', 'declined', 'withdrawn')
              else e.kind = 'concluded' and e.year = y.year end
   order by e.case_id, e.on_date desc, e.id desc
),
-- What the unit answered to the letter of that round.
answer as (
  select distinct on (e.case_id) e.case_id, fact_adoption(e.detail) as adoption
    from event e join outcome o on o.case_id = e.case_id and o.kind = 'concluded'
   where e.kind = 'adopted' and fact_round(e.detail) is not distinct from fact_round(o.detail)
   order by e.case_id, e.on_date desc, e.id desc
),
-- Problems found in the round that was concluded.
finding as (
  select distinct on (e.case_id) e.case_id, fact_problems(e.detail) as problems
    from event e join outcome o on o.case_id = e.case_id and o.kind = 'concluded'
   where e.kind = 'examined' and fact_round(e.detail) is not distinct from fact_round(o.detail)
   order by e.case_id, e.on_date desc, e.id desc
),
-- Working days that the review's own clock counted, pauses left out.
reviewed as (
  select distinct on (k.case_id) k.case_id, (k.state ->> 'usedBefore')::int as days
    from clock k join outcome o on o.case_id = k.case_id and o.kind = 'concluded'
   where k.key = 'review' and k.state ->> 'endedOn' <= o.on_date::text and k.state -> 'limit' ->> 'unit' = 'workday'
   order by k.case_id, k.run desc
),
course as (
  select case_id, org_path, category, min(on_date) as first_on,
         min(on_date) filter (where kind = 'received') as received_on,
         min(on_date) filter (where kind = 'accepted') as accepted_on,
         coalesce(bool_or(kind = 'supplemented' and year = $1), false) as supplements,
         coalesce(bool_or(kind = 'filed' and year = $1 and coalesce(fact_remaining(detail), 0) = 0), false) as filed,
         coalesce(bool_and(coalesce(fact_on_time(detail), false)) filter (where kind = 'filed'), false) as all_on_time
    from event group by case_id, org_path, category
),
closed as (
  select c.*, coalesce(g.recorded, false) as recorded, o.kind as outcome, o.on_date as outcome_on, o.year as outcome_year, o.detail,
         extract(year from c.received_on)::int as received_year,
         coalesce(o.kind = 'concluded' and o.year = $1, false) as concluded
    from course c left join outcome o using (case_id) left join register_entry g using (case_id)
),
live as (
  select c.org_path, c.case_id, c.category, c.first_on, c.received_on, c.accepted_on, c.outcome, c.outcome_on,
         coalesce(c.received_year = $1, false) as received,
         coalesce(extract(year from c.accepted_on) = $1, false) as accepted,
         c.concluded,
         coalesce(c.outcome = 'returned' and c.outcome_year = $1, false) as returned,
         coalesce(c.outcome = 'declined' and c.outcome_year = $1, false) as declined,
         coalesce(c.outcome = 'withdrawn' and c.outcome_year = $1, false) as withdrawn,
         c.supplements, c.filed, c.filed and c.all_on_time as filed_on_time,
         c.concluded and coalesce(fact_overdue(c.detail), false) as overdue,
         c.concluded and coalesce(fact_urgent(c.detail), false) as urgent,
         c.concluded and coalesce(fact_advisers(c.detail) > 0, false) as adviser_participation,
         coalesce(c.received_year < $1, false) and coalesce(c.outcome_year >= $1, true) as carried_in,
         coalesce(c.received_year <= $1, false) and coalesce(c.outcome_year > $1, true) as carried_out,
         case when c.concluded then fact_conclusion(c.detail) end as conclusion,
         case when c.concluded and not c.recorded then coalesce(a.adoption, 'pending') end as adoption,
         case when c.concluded and not c.recorded then coalesce(f.problems, 0) end as problems,
         case when c.concluded then r.days end as days, c.recorded
    from closed c left join answer a using (case_id) left join finding f using (case_id) left join reviewed r using (case_id)
)
