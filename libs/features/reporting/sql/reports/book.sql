-- The year's book; follows `live.sql` and has its parameters ($1 year, $2 paths, $3 those that are frozen). `annual.sql`
-- counts its flags and `cases.sql` lists the cases behind one of them, so that a figure and its list cannot differ.
--   $4 uuid[]  the frozen years of the organisations of $3, which answer in place of their facts
, book as (
  select org_path, case_id, category, null::text as title, first_on, received_on, accepted_on, outcome, outcome_on,
         received, accepted, concluded, returned, declined, withdrawn, supplements, filed, filed_on_time,
         overdue, urgent, adviser_participation, carried_in, carried_out, conclusion, adoption, problems, days, recorded
    from live
   union all
  select org_path, case_id, category, title, first_on, received_on, accepted_on, outcome, outcome_on,
         received, accepted, concluded, returned, declined, withdrawn, supplements, filed, filed_on_time,
         overdue, urgent, adviser_participation, carried_in, carried_out, conclusion, adoption, problems, days, recorded
    from annual_case where freeze_id = any ($4::uuid[])
)
