-- Writes that stages of timers were notified, each once; gives back the ids of those that were not there.
-- In the order of the unique key, as with notices.
--   $1 jsonb [{id uuid, caseId uuid, orgPath text, subject text, visit int, kind text, stage text}], $2 timestamptz
insert into reminder (id, case_id, org_path, subject, visit, kind, stage, fired_at)
select x.id, x."caseId", x."orgPath", x.subject, x.visit, x.kind, x.stage, $2
  from jsonb_to_recordset($1::jsonb) as x (id uuid, "caseId" uuid, "orgPath" text, subject text, visit int, kind text,
       stage text)
 order by x."caseId", x.subject, x.visit, x.kind, x.stage
on conflict (case_id, subject, visit, kind, stage) do nothing
returning id
