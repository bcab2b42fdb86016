-- Freezes what the book says now, as one revision, or says why not; follows `live.sql` ($1 year, $2 the one path, $3 no path).
-- One statement sees one state of the facts and writes all or nothing.
--   $4 uuid         id of the revision
--   $5 uuid         the organisation
--   $6 int          number of the revision
--   $7 text         its reason, or null for the first
--   $8 uuid, $9 text  who freezes; no id for the system
--   $10 timestamptz  when
--   $11 text        digest of the revision before, or null
, own as (
  -- Cases that no figure of the year counts are not part of it, or each year would hold all that came before.
  -- What came after the year is not part of it either, or a revision would find changes where no figure changed.
  select l.org_path, l.case_id, l.category, c.title, l.first_on, l.received_on,
         case when l.accepted_on <= make_date($1, 12, 31) then l.accepted_on end as accepted_on,
         case when l.outcome_on <= make_date($1, 12, 31) then l.outcome end as outcome,
         case when l.outcome_on <= make_date($1, 12, 31) then l.outcome_on end as outcome_on,
         l.received, l.accepted, l.concluded, l.returned, l.declined, l.withdrawn, l.supplements, l.filed,
         l.filed_on_time, l.overdue, l.urgent, l.adviser_participation, l.carried_in, l.carried_out, l.conclusion,
         l.adoption, l.problems, l.days
    from live l join review_case c on c.id = l.case_id
   where l.org_path = ($2::text[])[1]
     and (received or accepted or concluded or returned or declined or withdrawn or supplements or filed
          or carried_in or carried_out)
),
wrong as (
  select case_id, title, category, received_on, outcome, outcome_on from own
   where carried_in::int + received::int
      <> concluded::int + returned::int + declined::int + withdrawn::int + carried_out::int
),
sealed as (
  select encode(sha256(convert_to(coalesce(string_agg(own::text, e'\n' order by case_id), ''), 'UTF8')), 'hex') as digest
    from own
),
frozen as (
  insert into annual_freeze (id, org_id, org_path, year, revision, reason, frozen_by, frozen_by_name, frozen_at, digest)
  select $4::uuid, $5::uuid, ($2::text[])[1], $1, $6::int, $7::text, $8::uuid, $9::text, $10::timestamptz, digest from sealed
   where not exists (select from wrong) and digest is distinct from $11::text
  on conflict (org_id, org_path, year, revision) do nothing
  returning id
),
listed as (
  insert into annual_case (freeze_id, org_path, case_id, category, title, first_on, received_on, accepted_on, outcome,
                           outcome_on, received, accepted, concluded, returned, declined, withdrawn, supplements, filed,
                           filed_on_time, overdue, urgent, adviser_participation, carried_in, carried_out, conclusion,
                           adoption, problems, days, recorded)
  select f.id, o.org_path, o.case_id, o.category, o.title, o.first_on, o.received_on, o.accepted_on, o.outcome,
         o.outcome_on, o.received, o.accepted, o.concluded, o.returned, o.declined, o.withdrawn, o.supplements, o.filed,
         o.filed_on_time, o.overdue, o.urgent, o.adviser_participation, o.carried_in, o.carried_out, o.conclusion,
         o.adoption, o.problems, o.days, l.recorded
    from frozen f cross join own o join live l using (case_id)
)
select (select count(*)::int from frozen) as made,
       (select digest from sealed) as digest,
       coalesce((select json_agg(json_build_object('id', case_id, 'title', title, 'category', category,
                   'receivedOn', received_on, 'outcome', outcome, 'outcomeOn', outcome_on)
                   order by received_on, case_id) from wrong), '[]') as wrong
