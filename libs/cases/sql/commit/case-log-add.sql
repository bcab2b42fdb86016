-- Appends one entry to the log of a case; see the function.
--   $1 jsonb {case, seq, at, type, body, prevHash, hash}
select case_log_add($1)
