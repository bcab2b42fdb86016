-- The end of a case's log, locked until the end of the transaction, and rows that this transaction wrote; see the function.
--   $1 uuid case, $2 jsonb [{in, key}]
select case_log_end($1, $2) as "end"
