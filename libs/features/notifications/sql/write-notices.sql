-- Writes rows of inboxes, each source once for a person; gives back those that were not there.
-- In the order of the unique key: two transactions that write the same wait for each other, never both.
--   $1 jsonb [{id uuid, person uuid, orgPath text, caseId uuid, kind text, text text, source text}], $2 timestamptz
insert into notification (id, person_id, org_path, case_id, kind, text, created_at, source)
select x.id, x.person, x."orgPath", x."caseId", x.kind, x.text, $2, x.source
  from jsonb_to_recordset($1::jsonb) as x (id uuid, person uuid, "orgPath" text, "caseId" uuid, kind text, text text,
       source text)
 order by x.person, x.source
on conflict (person_id, source) do nothing
returning person_id as person, source
