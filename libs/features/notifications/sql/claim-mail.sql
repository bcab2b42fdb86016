-- Takes one mail: of the fewest tries, the oldest. Runs once a mail, so it reads no more than that one row's index entry.
-- A worker that dies now leaves a row that says so, and that comes again.
--   $1 timestamptz the present wall time, $2 timestamptz the end of the lease, $3 int tries of one delivery
with taken as materialized (
  select d.id from channel_delivery d
   where d.channel = 'mail' and not d.digest
     and d.status in ('waiting', 'failed') and (d.next_at is null or d.next_at <= $1) and d.attempts < $3
   order by d.attempts, d.created_at, d.id limit 1 for update skip locked),
mine as (
  update channel_delivery d
     set attempts = d.attempts + 1, status = 'failed', next_at = $2, last_error = 'channel.interrupted'
    from taken
   where d.id = taken.id
     and d.status in ('waiting', 'failed') and (d.next_at is null or d.next_at <= $1) and d.attempts < $3
  returning d.id, d.attempts, d.notification_id, d.person_id, d.org_id)
select m.id, m.attempts, n.text, n.case_id as "caseId", p.email, s.mail_from as "mailFrom"
  from mine m
  join notification n on n.id = m.notification_id
  join person p on p.id = m.person_id
  join channel_setting s on s.org_id = m.org_id
 order by n.created_at, n.id
