-- The register of one organisation and year: every case that was received or concluded in it, in the order of receipt.
--   $1 text  path of the organisation
--   $2 int   the year
--   $3 int   how many rows at most
with of_year as (
  select case_id from register_entry
   where org_path = $1 and received_on between make_date($2, 1, 1) and make_date($2, 12, 31)
   union
  select case_id from register_entry
   where org_path = $1 and concluded_on between make_date($2, 1, 1) and make_date($2, 12, 31)
   union
  -- Of a matter that came again: the letter by which it counts.
  select case_id from register_entry
   where org_path = $1 and ended_on between make_date($2, 1, 1) and make_date($2, 12, 31) and outcome = 'concluded'
)
select e.title, e.category, e.unit,
       case when 'received' <> all (e.undated) then e.received_on::text end as "receivedOn", e.accepted_on::text as "acceptedOn",
       e.concluded_on::text as "concludedOn", e.filed_on::text as "filedOn", e.conclusion, e.reason,
       -- What the town last did with it.
       case when e.concluded_on is null then e.outcome else 'concluded' end as outcome,
       nullif(array_to_string(e.reviewers, '、'), '') as reviewer,
       nullif(array_to_string(e.advisers, '、'), '') as adviser, e.number, e.recorded
  from of_year join register_entry e using (case_id)
 order by e.received_on, e.case_id
 limit $3
