-- Archived cases with what they left in the books; more conditions follow.
select c.id, c.org_id as "orgId", c.org_path as "orgPath", c.category, c.title,
    c.definition_version as "definitionVersion", c.ruleset_version as "rulesetVersion", c.last_hash as "lastHash",
    (select n.text from document_number n where n.case_id = c.id and n.void_reason is null and n.purpose = '审查意见书'
      order by n.taken_at desc limit 1) as number,
    fact_file_number(a.detail) as "fileNumber", a.on_date::text as "archivedOn",
    h.id as "handOverId", h.receiver, h.handed_at as "handedOverAt"
  from review_case c
  join fact a on a.case_id = c.id and a.kind = 'archived'
  left join lateral (select o.id, o.receiver, o.handed_at from archive_hand_over_case x
    join archive_hand_over o on o.id = x.hand_over_id where x.case_id = c.id order by o.handed_at desc limit 1) h on true
  where c.status = 'done'
