-- Takes one person's daily mail: what was sent before this opening of the office, at most two hundred.
-- A worker that dies now leaves rows that say so, and that come again.
--   $1 timestamptz the present wall time, $2 timestamptz the end of the lease, $3 int tries of one delivery,
--   $4 timestamptz the opening
with taken as materialized (
  select d.id from channel_delivery d
   where d.channel = 'mail' and d.digest and d.created_at < $4
     and d.status in ('waiting', 'failed') and (d.next_at is null or d.next_at <= $1) and d.attempts < $3
     and d.person_id = (select d.person_id from channel_delivery d
                         where d.channel = 'mail' and d.digest and d.created_at < $4
                           and d.status in ('waiting', 'failed') and (d.next_at is null or d.next_at <= $1)
                           and d.attempts < $3
                         order by d.attempts, d.created_at, d.id limit 1)
   order by d.created_at, d.id limit 200 for update skip locked),
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
