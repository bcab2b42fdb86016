-- The figures of a year, by organisation and category; follows `book.sql` and has its parameters ($1 to $4).
-- Rows are split by conclusion and adoption as well: the caller adds them up.
select org_path as "orgPath", category, conclusion, adoption,
       count(*) filter (where received)::int as received,
       count(*) filter (where accepted)::int as accepted,
       count(*) filter (where concluded)::int as concluded,
       count(*) filter (where returned)::int as returned,
       count(*) filter (where declined)::int as declined,
       count(*) filter (where withdrawn)::int as withdrawn,
       count(*) filter (where supplements)::int as supplements,
       count(*) filter (where overdue)::int as overdue,
       count(*) filter (where urgent)::int as urgent,
       count(*) filter (where adviser_participation)::int as "adviserParticipation",
       count(*) filter (where filed)::int as filed,
       count(*) filter (where filed_on_time)::int as "filedOnTime",
       count(*) filter (where carried_in)::int as "carriedIn",
       count(*) filter (where carried_out)::int as "carriedOut",
       coalesce(sum(problems), 0)::int as "pointsRaised",
       coalesce(sum(days), 0)::int as "daysSum",
       count(days)::int as "daysOf",
       count(*) filter (where concluded and recorded)::int as "recorded",
       count(*) filter (where adviser_participation and recorded)::int as "recordedWithAdviser",
       count(*) filter (where filed and recorded)::int as "recordedFiled"
  from book
 group by org_path, category, conclusion, adoption
