-- One page of the audit log, newest first.
--   $1 text path of the auditor's organisation, $2 uuid actor, $3 text action, $4 text outcome, $5 text id of the subject,
--   $6 timestamptz from, $7 timestamptz before, $8 timestamptz and $9 uuid the last row of the page before, $10 int rows;
--   $2 to $9 may be null
select a.id, a.org_id as "orgId", o.name as "orgName", a.at, a.body, a.hash
  from audit_entry a join organisation o on o.id = a.org_id
 where a.org_path ^@ $1
   and ($2::uuid is null or a.actor_id = $2) and ($3::text is null or a.action = $3)
   and ($4::text is null or a.outcome = $4) and ($5::text is null or a.subject_id = $5)
   and ($6::timestamptz is null or a.at >= $6) and ($7::timestamptz is null or a.at < $7)
   and ($8::timestamptz is null or (a.at, a.id) < ($8, $9::uuid))
 order by a.at desc, a.id desc limit $10
