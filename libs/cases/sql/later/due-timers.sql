-- The timers that are due, the longest overdue first; one chunk of a scan.
-- Not sorted by id within one minute, which would sort all of them again for every chunk. The limit is written out,
-- because a generic plan assumes a tenth of the rows where the limit is a parameter; it is `timersPerChunk` in
-- timer-scan.ts.
--   $1 timestamptz legal time
select id, token, kind from timer
 where status = 'pending' and fire_at <= $1 and failed_at is null
   and (retry_at is null or retry_at <= clock_timestamp())
 order by fire_at limit 2000
