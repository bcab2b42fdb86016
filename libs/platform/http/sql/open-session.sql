-- Opens a session.
--   $1 bytea hash of the token, $2 uuid the person, $3 timestamptz the login, $4 timestamptz the end
select open_session($1, $2, $3, $4)
