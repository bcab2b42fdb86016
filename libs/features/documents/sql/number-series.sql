-- Every series of document numbers that the viewer sees, the latest year first.
select json_build_object('code', o.code, 'name', o.name) as organisation, n.code, n.year,
       array_agg(distinct n.purpose) as purposes, max(n.number) as last,
       count(*)::int as given, count(n.void_reason)::int as voided
  from document_number n join organisation o on o.id = n.org_id
 group by o.id, n.code, n.year order by n.year desc, o.path, n.code
