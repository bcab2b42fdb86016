-- The person of a session and its end, or null.
--   $1 bytea hash of the token
select session_principal($1) as answer
