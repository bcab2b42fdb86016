-- Sets the timers that follow those that fired. A timer that exists already, from an earlier delivery, stays as it is.
--   $1 jsonb [{id uuid, caseId uuid, orgPath text, kind text, subject text, visit int, stage text, fireAt timestamptz}]
insert into timer (id, case_id, org_path, kind, subject, visit, stage, fire_at)
select x.id, x."caseId", x."orgPath", x.kind, x.subject, x.visit, x.stage, x."fireAt"
  from jsonb_to_recordset($1::jsonb) as x (id uuid, "caseId" uuid, "orgPath" text, kind text, subject text,
       visit int, stage text, "fireAt" timestamptz)
on conflict do nothing
