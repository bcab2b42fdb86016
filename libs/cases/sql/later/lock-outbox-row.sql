-- Locks an outbox row for its delivery. No row comes back where it was delivered already or waits for its next attempt:
-- a second delivery that waited for the lock reads the row again and does nothing.
--   $1 uuid outbox row
select id, case_id as "caseId", org_path as "orgPath", kind, payload, created_at as "createdAt"
  from outbox where id = $1 and delivered_at is null and failed_at is null for update
