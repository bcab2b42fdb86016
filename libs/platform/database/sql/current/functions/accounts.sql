-- The three officers (三员) change accounts through these functions only: the application role has no right to write
-- `person`. Each function checks in the database, not by arguments of the caller, what the officer may do.
--   LG403 the officer lacks the role, or the account is not in their organisation or below; LG404 no such account;
--   LG422 it is their own

-- require_officer: returns the locked account if p_officer may administer it in their role.
create or replace function require_officer(p_officer uuid, p_role text, p_person uuid)
returns person language plpgsql security definer set search_path = public, pg_temp as $$
declare v_officer person; v_person person;
begin
  select * into v_officer from person where id = p_officer and active and p_role = any(roles);
  if not found then raise exception 'not an officer' using errcode = 'LG403'; end if;
  select * into v_person from person where id = p_person and org_path ^@ v_officer.org_path for update;
  if not found then raise exception 'no such account' using errcode = 'LG404'; end if;
  if p_person = p_officer then raise exception 'one''s own account' using errcode = 'LG422'; end if;
  return v_person;
end $$;

-- create_account: called by the system administrator; creates an account without roles. p_org is the organisation's id.
create or replace function create_account(p_officer uuid, p_id uuid, p_org uuid, p_username text, p_name text, p_hash text, p_at timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from person o join organisation g on g.id = p_org and g.path ^@ o.org_path
                  where o.id = p_officer and o.active and 'administrator' = any(o.roles)) then
    raise exception 'not an officer of that organisation' using errcode = 'LG403';
  end if;
  insert into person (id, org_id, org_path, username, name, password_hash, roles, created_at, must_change_password)
  select p_id, g.id, g.path, p_username, p_name, p_hash, '{}', p_at, true from organisation g where g.id = p_org;
end $$;

create or replace function rename_account(p_officer uuid, p_person uuid, p_name text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_officer(p_officer, 'administrator', p_person);
  update person set name = p_name where id = p_person;
end $$;

create or replace function activate_account(p_officer uuid, p_person uuid, p_active boolean)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_officer(p_officer, 'administrator', p_person);
  update person set active = p_active where id = p_person;
  if not p_active then perform end_sessions(p_person, null); end if;
end $$;

create or replace function reset_password(p_officer uuid, p_person uuid, p_hash text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_officer(p_officer, 'administrator', p_person);
  update person set password_hash = p_hash, must_change_password = true where id = p_person;
  perform end_sessions(p_person, null);
end $$;

-- grant_roles: called by the security administrator; the caller checks which roles may be combined.
create or replace function grant_roles(p_officer uuid, p_person uuid, p_roles text[], p_qualifications text[])
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_officer(p_officer, 'security-administrator', p_person);
  update person set roles = p_roles, qualifications = p_qualifications where id = p_person;
  -- Ends the sessions, because a session stores the roles that the person had at the login.
  perform end_sessions(p_person, null);
end $$;

-- change_password: of one's own account; ends every other session. p_keep is the token hash of the calling session.
create or replace function change_password(p_person uuid, p_hash text, p_keep bytea)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set password_hash = p_hash, must_change_password = false where id = p_person and active;
  if not found then raise exception 'no such account' using errcode = 'LG404'; end if;
  perform end_sessions(p_person, p_keep);
end $$;

-- tasks_held: labels of the open tasks of an account, without their cases, for an officer who may not read cases.
--   p_day  the legal day; covered is true if somebody stands in for the person on it
create or replace function tasks_held(p_officer uuid, p_person uuid, p_day date)
returns table (id uuid, role text, label text, due_on text, covered boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select t.id, t.role, t.label, t.due_on::text,
         exists (select from stand_in s join person b on b.id = s.stand_in_id and b.active
                  where s.person_id = p_person and s.from_on <= p_day and p_day < s.to_on)
    from task t join person p on p.id = p_person join person o on o.id = p_officer and o.active and p.org_path ^@ o.org_path
   where t.holder = p_person and t.status = 'open'
     and o.roles && array['administrator', 'security-administrator']
   order by t.due_on nulls last, t.id
$$;

revoke execute on function require_officer, create_account, rename_account, activate_account, reset_password, grant_roles, change_password, tasks_held from public;
grant execute on function create_account, rename_account, activate_account, reset_password, grant_roles, change_password, tasks_held to lawgate_app;
