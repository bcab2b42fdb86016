-- A login and a session are looked up before there is a principal; these functions are the only way to read them.
-- pg_temp
-- is last in their search path, so that a temporary table cannot take the place of a table of the schema.

create or replace function login_row(p_username text)
returns table (id uuid, org_id uuid, password_hash text, active boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.org_id, p.password_hash, p.active from person p where p.username = p_username
$$;

create or replace function open_session(p_token_hash bytea, p_person uuid, p_at timestamptz, p_expires timestamptz)
returns void language sql security definer set search_path = public, pg_temp as $$
  -- A login also deletes the person's expired sessions.
  delete from session where person_id = p_person and expires_at <= p_at;
  insert into session (token_hash, person_id, created_at, expires_at) values (p_token_hash, p_person, p_at, p_expires);
$$;

create or replace function close_session(p_token_hash bytea)
returns void language sql security definer set search_path = public, pg_temp as $$
  delete from session where token_hash = p_token_hash;
  -- Other processes cache sessions for a few seconds; this clears their caches.
  select pg_notify('session_closed', encode(p_token_hash, 'hex'));
$$;

create or replace function session_principal(p_token_hash bytea)
returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object('id', p.id, 'name', p.name, 'username', p.username, 'orgId', p.org_id, 'orgName', o.name,
           'orgPath', p.org_path, 'roles', p.roles, 'qualifications', p.qualifications,
           'mustChangePassword', p.must_change_password, 'expiresAt', s.expires_at)
    from session s join person p on p.id = s.person_id join organisation o on o.id = p.org_id
   where s.token_hash = p_token_hash and p.active
$$;

-- end_sessions: ends all sessions of a person except one; other processes drop them at once.
create or replace function end_sessions(p_person uuid, p_keep bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  with ended as (
    delete from session where person_id = p_person and token_hash is distinct from p_keep returning token_hash)
  select count(pg_notify('session_closed', encode(token_hash, 'hex'))) from ended;
$$;

revoke execute on function login_row, open_session, close_session, session_principal, end_sessions from public;
grant execute on function login_row, open_session, close_session, session_principal to lawgate_app, lawgate_worker;
