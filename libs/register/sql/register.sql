-- The register of one organisation and year: every case that was received or concluded in it, in the order of receipt.
--   $1 uuid  the organisation
--   $2 int   the year
--   $3 int   how many rows at most
with of_year as (
  select distinct f.case_id from fact f
   where f.org_id = $1 and f.year = $2 and f.kind in ('received', 'concluded')
), course as (
  select f.case_id,
         min(f.on_date) filter (where f.kind = 'received') as received_on,
         min(f.on_date) filter (where f.kind = 'accepted') as accepted_on,
         max(f.on_date) filter (where f.kind = 'concluded') as concluded_on,
         max(f.on_date) filter (where f.kind = 'filed') as filed_on,
         (array_agg(f.detail ->> 'conclusion' order by f.on_date desc, f.id desc) filter (where f.kind = 'concluded'))[1] as conclusion,
         (array_agg(f.detail ->> 'reason' order by f.on_date desc, f.id desc)
            filter (where f.kind in ('returned', 'declined', 'withdrawn')))[1] as reason,
         (array_agg(f.kind order by f.on_date desc, f.id desc)
            filter (where f.kind in ('concluded', 'returned', 'declined', 'withdrawn')))[1] as outcome
    from fact f join of_year using (case_id) group by f.case_id
)
select c.title, c.category, c.stored -> 'context' -> 'fields' ->> 'submittingUnit' as unit,
       r.received_on::text as "receivedOn", r.accepted_on::text as "acceptedOn", r.concluded_on::text as "concludedOn",
       r.filed_on::text as "filedOn", r.conclusion, r.reason, r.outcome,
       (select string_agg(distinct o.by_name, '、') from opinion o where o.case_id = c.id and o.act = 'reviewer') as reviewer,
       (select string_agg(distinct o.by_name, '、') from opinion o where o.case_id = c.id and o.act = 'adviser') as adviser,
       (select n.text from document_number n where n.case_id = c.id and n.purpose = '审查意见书' and n.void_reason is null
         order by n.taken_at desc, n.year desc, n.number desc limit 1) as number
  from course r join review_case c on c.id = r.case_id
 order by r.received_on nulls first, c.id
 limit $3
