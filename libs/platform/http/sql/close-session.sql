-- Ends a session, and notifies the other processes.
--   $1 bytea hash of the token
select close_session($1)
