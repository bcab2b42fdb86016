-- Takes the texts of one message of an organisation's robot. A text that was sent to several people is one line, and all
-- its rows. A worker that dies now leaves rows that say so, and that come again.
--   $1 timestamptz the present wall time, $2 timestamptz the end of the lease, $3 int tries of one delivery,
--   $4 uuid the organisation, $5 int texts of one message
with taken as materialized (
  select d.id from channel_delivery d
    join notification n on n.id = d.notification_id
    join (select n.case_id, n.text from channel_delivery d join notification n on n.id = d.notification_id
           where d.channel = 'webhook' and d.org_id = $4
             and d.status in ('waiting', 'failed') and (d.next_at is null or d.next_at <= $1) and d.attempts < $3
           group by n.case_id, n.text order by min(d.attempts), min(d.created_at), n.text limit $5) x
      on x.text = n.text and x.case_id is not distinct from n.case_id
   where d.channel = 'webhook' and d.org_id = $4
     and d.status in ('waiting', 'failed') and (d.next_at is null or d.next_at <= $1) and d.attempts < $3
   for update of d skip locked),
mine as (
  update channel_delivery d
     set attempts = d.attempts + 1, status = 'failed', next_at = $2, last_error = 'channel.interrupted'
    from taken
   where d.id = taken.id
     and d.status in ('waiting', 'failed') and (d.next_at is null or d.next_at <= $1) and d.attempts < $3
  returning d.id, d.attempts, d.notification_id, d.person_id, d.org_id)
select m.id, m.attempts, n.text, n.case_id as "caseId"
  from mine m
  join notification n on n.id = m.notification_id
 order by n.created_at, n.id
