-- Stores the last result of verifying a case; see the function.
--   $1 jsonb {case, version, lastHash, logSeq, logHash, broken, at, content, contentAt}
select keep_verification($1)
