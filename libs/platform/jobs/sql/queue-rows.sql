-- What waits, and for how long it did.
--   $1 timestamptz the application's time, $2 timestamptz the wall time since which deliveries are read for the lag,
--   $3 int maximum number of rows of a kind whose age is read, $4 int maximum number of counted rows of a kind
select queue_rows($1, $2, $3, $4) as rows
