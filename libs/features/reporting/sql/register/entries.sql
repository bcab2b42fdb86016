-- One page of the register. The caller puts the sort's column in the place of `sort_on` and its direction in that of `dir`.
-- Every parameter but the first may be null: then it asks for nothing.
--   $1 text[]   paths of the organisations
--   $2 text     category
--   $3 text     contained in what a search looks into; wildcards escaped
--   $4 uuid[]   the cases that the index found for the search, in place of $3
--   $5 text     contained in the unit
--   $6 text     a reviewer
--   $7 text     an adviser
--   $8 text     conclusion
--   $9 text     contained in the number
--   $10 text    status: open, or an outcome
--   $11 text    adoption
--   $12 bool    overdue
--   $13 bool    urgent
--   $14 date, $15 date  received from, to
--   $16 date, $17 date  accepted from, to
--   $18 date, $19 date  concluded from, to
--   $20 date, $21 date  filed from, to
--   $22 date, $23 date  ended in the books from, to
with page as (
  select e.* from register_entry e
   where e.org_path = any ($1::text[])
     and ($2::text is null or e.category = $2)
     and ($3::text is null or e.search ilike '%' || $3 || '%')
     and ($4::uuid[] is null or e.case_id = any ($4))
     and ($5::text is null or e.unit ilike '%' || $5 || '%')
     and ($6::text is null or $6 = any (e.reviewers))
     and ($7::text is null or $7 = any (e.advisers))
     and ($8::text is null or e.conclusion = $8)
     and ($9::text is null or e.number ilike '%' || $9 || '%')
     and ($10::text is null or case when $10 = 'open' then e.outcome is null else e.outcome = $10 end)
     and ($11::text is null or e.adoption = $11)
     and ($12::boolean is null or e.overdue = $12)
     and ($13::boolean is null or e.urgent = $13)
     and ($14::date is null or e.received_on >= $14) and ($15::date is null or e.received_on <= $15)
     and ($16::date is null or e.accepted_on >= $16) and ($17::date is null or e.accepted_on <= $17)
     and ($18::date is null or e.concluded_on >= $18) and ($19::date is null or e.concluded_on <= $19)
     and ($20::date is null or e.filed_on >= $20) and ($21::date is null or e.filed_on <= $21)
     and ($22::date is null or e.ended_on >= $22) and ($23::date is null or e.ended_on <= $23)
     -- keyset
   order by e.sort_on dir nulls last, e.case_id dir
   limit $24
)
-- rows
select p.case_id as id, p.org_id as "orgId", o.code as "orgCode", o.name as "orgName", p.received_on::text as "receivedOn",
       p.unit, p.title, p.category, p.accepted_on::text as "acceptedOn", p.reviewers, p.advisers, p.conclusion, p.number,
       p.concluded_on::text as "concludedOn", p.filed_on::text as "filedOn", coalesce(p.outcome, 'open') as status,
       p.ended_on::text as "endedOn", c.stage, case when p.outcome is distinct from 'concluded' then p.reason end as note,
       p.adoption, p.overdue, p.urgent, p.days as "workingDays", p.sort_on::text as "sortOn"
  from page p join review_case c on c.id = p.case_id join organisation o on o.id = p.org_id
 order by p.sort_on dir nulls last, p.case_id dir
