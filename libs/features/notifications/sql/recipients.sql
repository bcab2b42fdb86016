-- People behind each question: active, of the case's organisation, and not recused (回避) from the case.
--   $1 jsonb [{asked int, caseId uuid, orgPath text, people uuid[], roles text[]}]
select x.asked, p.id, p.roles, coalesce(a.person_id is not null and a.revoked_at is null, false) as given
  from jsonb_to_recordset($1::jsonb) as x (asked int, "caseId" uuid, "orgPath" text, people uuid[], roles text[])
  join review_case c on c.id = x."caseId"
  join person p on p.active and p.org_path = x."orgPath" and (p.id = any(x.people) or p.roles && x.roles)
  left join case_access a on a.person_id = p.id and a.case_id = x."caseId"
 where not coalesce((c.stored -> 'recused')::jsonb ? p.id::text, false)
 order by x.asked, p.id
