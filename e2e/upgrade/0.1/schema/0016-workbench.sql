-- A draft can be amended, lists are read by key under every sort, and what people did outside of cases is kept.

-- The case's title follows its events (draft.amend); otherwise as before.
-- commit_event: writes one accepted event. All or nothing; the caller's version must still be the case's.
--   p_scope, p_org_path, p_person  the principal
--   p_case     {id, orgId, orgPath, category, title, definitionVersion, rulesetVersion, state, stage, status,
--               version (the new one; 1 creates the case), documents (those that the step saw), lastHash, createdBy, at, dueOn, backDated}
--   p_stored   the engine's stored case
--   p_history  {seq, type, actor, body, prevHash, hash}
--   p_rows     null, or arrays by name: closeTasks, openTasks, dueTasks, clocks, cancelTimers, timers, outbox, facts,
--              opinions, grants, revokes; numbers [{code, year, number, text, purpose}]; and idempotency {key, requestHash, status, response}, fireTimer {id, token}
-- Raises LG409 when another event came first, LG410 when the idempotency key came first, LG411 for a stale timer,
--   LG412 when a number is not the next of its series, 42501 for a case that is not the principal's to write.
create or replace function commit_event(p_scope text, p_org_path text, p_person text, p_case jsonb, p_stored json,
                             p_history jsonb, p_rows jsonb)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
declare
  v_case uuid := (p_case ->> 'id')::uuid;
  v_path text := p_case ->> 'orgPath';
  v_at timestamptz := (p_case ->> 'at')::timestamptz;
  v_version int := (p_case ->> 'version')::int;
  v_count int;
begin
  if v_version = 1 then
    insert into review_case (id, org_id, org_path, category, title, definition_version, ruleset_version, state, stage,
                             status, version, stored, last_hash, created_by, created_at, updated_at, due_on, back_dated)
    values (v_case, (p_case ->> 'orgId')::uuid, v_path, p_case ->> 'category', p_case ->> 'title',
            (p_case ->> 'definitionVersion')::int, (p_case ->> 'rulesetVersion')::int, p_case ->> 'state',
            p_case ->> 'stage', p_case ->> 'status', 1, p_stored, p_history ->> 'hash',
            (p_case ->> 'createdBy')::uuid, v_at, v_at, (p_case ->> 'dueOn')::date,
            coalesce((p_case ->> 'backDated')::boolean, false));
  else
    update review_case set title = p_case ->> 'title', state = p_case ->> 'state', stage = p_case ->> 'stage', status = p_case ->> 'status',
           version = v_version, stored = p_stored, last_hash = p_history ->> 'hash', updated_at = v_at,
           due_on = (p_case ->> 'dueOn')::date
     where id = v_case and org_path = v_path and version = v_version - 1 and documents = (p_case ->> 'documents')::int;
    if not found then raise exception 'another event came first' using errcode = 'LG409'; end if;
  end if;
  -- After the version: who lost the case by the event that came first is told of that event.
  if not ((p_scope = 'organisation' and p_org_path <> '' and v_path = p_org_path)
          or (p_scope = 'assigned' and v_version > 1 and exists (select from case_access a
                where a.case_id = v_case and a.person_id = p_person::uuid and a.revoked_at is null))) then
    raise exception 'the case is not the principal''s to write' using errcode = '42501';
  end if;
  insert into history (case_id, seq, org_path, at, type, actor_id, body, prev_hash, hash)
  values (v_case, (p_history ->> 'seq')::int, v_path, v_at, p_history ->> 'type', (p_history ->> 'actor')::uuid,
          p_history ->> 'body', p_history ->> 'prevHash', p_history ->> 'hash');
  if p_rows is null then return; end if;

  -- A due date fires its event at most once: the timer is marked in the commit of the event that it sent.
  if p_rows ? 'fireTimer' then
    update timer set status = 'fired', fired_at = v_at
     where case_id = v_case and id = (p_rows -> 'fireTimer' ->> 'id')::uuid and token = (p_rows -> 'fireTimer' ->> 'token')::int
       and status in ('pending', 'enqueued');
    if not found then raise exception 'the timer was moved or has fired' using errcode = 'LG411'; end if;
  end if;
  if p_rows ? 'numbers' then
    -- The caller guessed the next numbers; a guess that is not the next one writes nothing.
    update number_series s set last = x.number
      from jsonb_to_recordset(p_rows -> 'numbers') as x (code text, year int, number int)
     where s.org_id = (p_case ->> 'orgId')::uuid and s.org_path = v_path and s.code = x.code and s.year = x.year and s.last = x.number - 1;
    get diagnostics v_count = row_count;
    if v_count <> jsonb_array_length(p_rows -> 'numbers') then
      raise exception 'the series went on meanwhile' using errcode = 'LG412';
    end if;
    insert into document_number (org_id, org_path, code, year, number, text, case_id, purpose, taken_at)
    select (p_case ->> 'orgId')::uuid, v_path, x.code, x.year, x.number, x.text, v_case, x.purpose, v_at
      from jsonb_to_recordset(p_rows -> 'numbers') as x (code text, year int, number int, text text, purpose text);
  end if;
  if p_rows ? 'closeTasks' then
    update task set status = 'closed', outcome = x.outcome, closed_at = v_at, closed_by = x.by
      from jsonb_to_recordset(p_rows -> 'closeTasks') as x (id uuid, outcome text, by uuid)
     where task.case_id = v_case and task.id = x.id and task.status = 'open';
  end if;
  if p_rows ? 'grants' then
    insert into case_access (case_id, person_id, org_path, granted_at)
    select v_case, x::uuid, v_path, v_at from jsonb_array_elements_text(p_rows -> 'grants') as x
    on conflict (case_id, person_id) do update set granted_at = v_at, revoked_at = null, revoked_reason = null
      where case_access.revoked_at is not null;
  end if;
  if p_rows ? 'openTasks' then
    insert into task (id, case_id, org_path, key, visit, seat, turn, role, label, holder, clock_key, due_on,
                      provisional, opened_at)
    select x.id, v_case, v_path, x.key, x.visit, x.seat, x.turn, x.role, x.label, x.holder, x.clock, x."dueOn",
           x.provisional, v_at
      from jsonb_to_recordset(p_rows -> 'openTasks') as x (id uuid, key text, visit int, seat text, turn int,
           role text, label text, holder uuid, clock text, "dueOn" date, provisional boolean);
  end if;
  if p_rows ? 'dueTasks' then
    update task set due_on = x."dueOn", provisional = x.provisional
      from jsonb_to_recordset(p_rows -> 'dueTasks') as x (id uuid, "dueOn" date, provisional boolean)
     where task.case_id = v_case and task.id = x.id;
  end if;
  if p_rows ? 'clocks' then
    insert into clock (case_id, key, run, org_path, status, due_on, provisional, on_due, state)
    select v_case, x.key, x.run, v_path, x.status, x."dueOn", x.provisional, x."onDue", x.state
      from jsonb_to_recordset(p_rows -> 'clocks') as x (key text, run int, status text, "dueOn" date,
           provisional boolean, "onDue" text, state json)
    on conflict (case_id, key, run) do update set status = excluded.status, due_on = excluded.due_on,
      provisional = excluded.provisional, state = excluded.state;
  end if;
  if p_rows ? 'cancelTimers' then
    update timer set status = 'cancelled'
      from jsonb_array_elements_text(p_rows -> 'cancelTimers') as x
     where timer.case_id = v_case and timer.subject = x and timer.status in ('pending', 'enqueued');
  end if;
  if p_rows ? 'timers' then
    insert into timer (id, case_id, org_path, kind, subject, visit, stage, fire_at)
    select x.id, v_case, v_path, x.kind, x.subject, x.visit, x.stage, x."fireAt"
      from jsonb_to_recordset(p_rows -> 'timers') as x (id uuid, kind text, subject text, visit int, stage text,
           "fireAt" timestamptz)
    on conflict (case_id, subject, visit, kind, stage) do update
      set fire_at = excluded.fire_at, status = 'pending', token = timer.token + 1, enqueued_at = null
      where timer.status <> 'fired';
  end if;
  if p_rows ? 'outbox' then
    insert into outbox (id, case_id, org_path, kind, payload, created_at)
    select x.id, v_case, v_path, x.kind, x.payload, v_at
      from jsonb_to_recordset(p_rows -> 'outbox') as x (id uuid, kind text, payload jsonb);
  end if;
  if p_rows ? 'facts' then
    insert into fact (id, case_id, org_id, org_path, category, kind, on_date, year, detail)
    select x.id, v_case, (p_case ->> 'orgId')::uuid, v_path, p_case ->> 'category', x.kind, x."on",
           extract(year from x."on")::int, x.detail
      from jsonb_to_recordset(p_rows -> 'facts') as x (id uuid, kind text, "on" date, detail jsonb);
  end if;
  if p_rows ? 'opinions' then
    insert into opinion (id, case_id, org_path, act, round, by_person, by_name, conclusion, text, points, at, hash)
    select x.id, v_case, v_path, x.act, x.round, x."byPerson", x."byName", x.conclusion, x.text, x.points, v_at, x.hash
      from jsonb_to_recordset(p_rows -> 'opinions') as x (id uuid, act text, round int, "byPerson" uuid,
           "byName" text, conclusion text, text text, points jsonb, hash text);
  end if;
  if p_rows ? 'idempotency' then
    insert into idempotency (person_id, key, request_hash, status, response, created_at)
    values (p_person::uuid, p_rows -> 'idempotency' ->> 'key', p_rows -> 'idempotency' ->> 'requestHash',
            (p_rows -> 'idempotency' ->> 'status')::int, (p_rows -> 'idempotency' -> 'response')::json, v_at)
    on conflict do nothing;
    if not found then raise exception 'the idempotency key came first' using errcode = 'LG410'; end if;
  end if;
  -- Access is taken away last: until here the person still writes his own recusal.
  if p_rows ? 'revokes' then
    update case_access set revoked_at = v_at, revoked_reason = x.reason
      from jsonb_to_recordset(p_rows -> 'revokes') as x (person uuid, reason text)
     where case_access.case_id = v_case and case_access.person_id = x.person and case_access.revoked_at is null;
  end if;
end $$;


-- Lists are read by key: each sort that a page offers is the order of an index, ties broken by the id. A date that is
-- not there sorts last, as `infinity`, so that one comparison says what comes after a row. It is written with CASE, because
-- PostgreSQL takes COALESCE for something that might tell of a row, and asks row-level security before it asks an index.
create index review_case_due on review_case (org_path, (case when due_on is null then 'infinity'::date else due_on end), id);
create index review_case_creator on review_case (created_by, created_at desc, id desc);
-- The newest history row of a case says when it was last changed. An index on review_case.updated_at would be written
-- by every event, and with it every other index of that table.
create index history_recent on history (org_path, at desc, case_id desc);
create index history_actor on history (actor_id, case_id);

drop index task_queue;
drop index task_holder;
create index task_role_due on task (org_path, role, (case when due_on is null then 'infinity'::date else due_on end), id)
  where status = 'open' and holder is null;
create index task_role_opened on task (org_path, role, opened_at, id) where status = 'open' and holder is null;
create index task_holder_due on task (holder, (case when due_on is null then 'infinity'::date else due_on end), id) where status = 'open';
create index task_holder_opened on task (holder, opened_at, id) where status = 'open';

-- Accounts. A password that somebody else gave is used once, to choose one's own.
alter table person add column must_change_password boolean not null default false;
grant select (must_change_password) on person to lawgate_app, lawgate_worker;

create or replace function session_principal(p_token_hash bytea)
returns json language sql stable security definer set search_path = public, pg_temp as $$
  select json_build_object('id', p.id, 'name', p.name, 'username', p.username, 'orgId', p.org_id, 'orgName', o.name,
           'orgPath', p.org_path, 'roles', p.roles, 'qualifications', p.qualifications,
           'mustChangePassword', p.must_change_password, 'expiresAt', s.expires_at)
    from session s join person p on p.id = s.person_id join organisation o on o.id = p.org_id
   where s.token_hash = p_token_hash and p.active
$$;

-- Who could not log in is told to his own organisation's auditor.
drop function login_row(text);
create function login_row(p_username text)
returns table (id uuid, org_id uuid, password_hash text, active boolean)
language sql stable security definer set search_path = public, pg_temp as $$
  select p.id, p.org_id, p.password_hash, p.active from person p where p.username = p_username
$$;
revoke execute on function login_row from public;
grant execute on function login_row to lawgate_app, lawgate_worker;

-- The three officers (三员) change accounts by these functions and by nothing else: the application role has no right to
-- write `person`. Each asks the database, not the caller, what the officer may do today.
--   LG403 the officer has not the role, or the account is not below him; LG404 no such account; LG422 it is his own

-- require_officer: the account, locked, if p_officer may administer it in his role.
create function require_officer(p_officer uuid, p_role text, p_person uuid)
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

-- end_sessions: of a person, but for one; other processes forget them at once.
create function end_sessions(p_person uuid, p_keep bytea) returns void
language sql security definer set search_path = public, pg_temp as $$
  with ended as (
    delete from session where person_id = p_person and token_hash is distinct from p_keep returning token_hash)
  select count(pg_notify('session_closed', encode(token_hash, 'hex'))) from ended;
$$;

-- create_account: by the system administrator, without roles. p_org is the organisation's id.
create function create_account(p_officer uuid, p_id uuid, p_org uuid, p_username text, p_name text, p_hash text, p_at timestamptz)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if not exists (select from person o join organisation g on g.id = p_org and g.path ^@ o.org_path
                  where o.id = p_officer and o.active and 'administrator' = any(o.roles)) then
    raise exception 'not an officer of that organisation' using errcode = 'LG403';
  end if;
  insert into person (id, org_id, org_path, username, name, password_hash, roles, created_at, must_change_password)
  select p_id, g.id, g.path, p_username, p_name, p_hash, '{}', p_at, true from organisation g where g.id = p_org;
end $$;

create function rename_account(p_officer uuid, p_person uuid, p_name text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_officer(p_officer, 'administrator', p_person);
  update person set name = p_name where id = p_person;
end $$;

create function activate_account(p_officer uuid, p_person uuid, p_active boolean)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_officer(p_officer, 'administrator', p_person);
  update person set active = p_active where id = p_person;
  if not p_active then perform end_sessions(p_person, null); end if;
end $$;

create function reset_password(p_officer uuid, p_person uuid, p_hash text)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_officer(p_officer, 'administrator', p_person);
  update person set password_hash = p_hash, must_change_password = true where id = p_person;
  perform end_sessions(p_person, null);
end $$;

-- grant_roles: by the security administrator; which roles go together is the caller's rule.
create function grant_roles(p_officer uuid, p_person uuid, p_roles text[], p_qualifications text[])
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  perform require_officer(p_officer, 'security-administrator', p_person);
  update person set roles = p_roles, qualifications = p_qualifications where id = p_person;
  -- A session carries what a person may: the next one carries what is new.
  perform end_sessions(p_person, null);
end $$;

-- change_password: one's own; every other session ends. p_keep is the token hash of the session that asks.
create function change_password(p_person uuid, p_hash text, p_keep bytea)
returns void language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update person set password_hash = p_hash, must_change_password = false where id = p_person and active;
  if not found then raise exception 'no such account' using errcode = 'LG404'; end if;
  perform end_sessions(p_person, p_keep);
end $$;

-- tasks_held: the open tasks of an account, for an officer who reads no case: what they are called, not of which case.
--   p_day  the legal day; covered says whether somebody stands in for the person on it
create function tasks_held(p_officer uuid, p_person uuid, p_day date)
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

-- What people did outside of cases, chained for each organisation as history is for each case.
create table audit_entry (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  seq int not null,
  at timestamptz not null,
  -- Null for somebody who is not known, such as one who could not log in.
  actor_id uuid,
  action text not null,
  subject_kind text,
  subject_id text,
  outcome text not null check (outcome in ('done', 'failed', 'refused')),
  address text,
  -- Canonical JSON, byte for byte what was hashed; the columns before it are for finding.
  body text not null,
  prev_hash text not null,
  hash text not null,
  unique (org_id, seq),
  foreign key (org_id, org_path) references organisation (id, path)
);
create index audit_entry_list on audit_entry (org_path, at desc, id desc);
create index audit_entry_actor on audit_entry (actor_id, at desc, id desc);
create index audit_entry_action on audit_entry (org_path, action, at desc, id desc);
create index audit_entry_subject on audit_entry (subject_kind, subject_id);
create trigger audit_entry_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change();

-- The end of each organisation's chain; locked while an entry is added, so that there is one after the other.
create table audit_chain (
  org_id uuid primary key,
  org_path text not null,
  seq int not null,
  last_hash text not null,
  foreign key (org_id, org_path) references organisation (id, path)
);

create table audit_verification (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  requested_by uuid not null references person (id),
  requested_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  cases_total int not null default 0,
  cases_checked int not null default 0,
  entries_checked int not null default 0,
  -- [{kind: 'case' | 'audit', id, seq, reason}], the first of them; broken counts all.
  findings jsonb not null default '[]',
  broken int not null default 0,
  finished_at timestamptz,
  foreign key (org_id, org_path) references organisation (id, path)
);
create index audit_verification_waiting on audit_verification (requested_at) where state in ('waiting', 'running');
create index audit_verification_list on audit_verification (org_path, requested_at desc);

-- audit_end: the end of an organisation's chain, locked until the end of the transaction.
create function audit_end(p_org uuid) returns table (seq int, last_hash text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  insert into audit_chain (org_id, org_path, seq, last_hash)
  select o.id, o.path, 0, repeat('0', 64) from organisation o where o.id = p_org on conflict do nothing;
  return query select c.seq, c.last_hash from audit_chain c where c.org_id = p_org for update;
end $$;

-- audit_add: one entry after the end that audit_end locked.
--   p_entry  {id, org, seq, at, actor, action, subjectKind, subjectId, outcome, address, body, prevHash, hash}
-- Raises LG409 when the end is another one.
create function audit_add(p_entry jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_path text;
begin
  update audit_chain set seq = (p_entry ->> 'seq')::int, last_hash = p_entry ->> 'hash'
   where org_id = (p_entry ->> 'org')::uuid and seq = (p_entry ->> 'seq')::int - 1 and last_hash = p_entry ->> 'prevHash'
  returning org_path into v_path;
  if not found then raise exception 'the chain went on meanwhile' using errcode = 'LG409'; end if;
  insert into audit_entry (id, org_id, org_path, seq, at, actor_id, action, subject_kind, subject_id, outcome, address, body, prev_hash, hash)
  values ((p_entry ->> 'id')::uuid, (p_entry ->> 'org')::uuid, v_path, (p_entry ->> 'seq')::int, (p_entry ->> 'at')::timestamptz,
          (p_entry ->> 'actor')::uuid, p_entry ->> 'action', p_entry ->> 'subjectKind', p_entry ->> 'subjectId',
          p_entry ->> 'outcome', p_entry ->> 'address', p_entry ->> 'body', p_entry ->> 'prevHash', p_entry ->> 'hash');
end $$;

-- audit_case_history: what an auditor knows of a case: that something happened, when and by whom, and its place in the chain.
create function audit_case_history(p_auditor uuid, p_case uuid)
returns table (category text, seq int, type text, at timestamptz, actor_id uuid, actor_name text, hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.category, h.seq, h.type, h.at, h.actor_id, h.body::json -> 'actor' ->> 'name', h.hash
    from person a join review_case c on c.id = p_case and c.org_path ^@ a.org_path join history h on h.case_id = c.id
   where a.id = p_auditor and a.active and 'auditor' = any(a.roles)
   order by h.seq
$$;

grant select on audit_entry, audit_verification to lawgate_app, lawgate_worker;
grant select on audit_chain to lawgate_worker;
grant insert on audit_verification to lawgate_app;
grant update on audit_verification to lawgate_worker;

-- Read with scope 'none', which the three officers have; which of them it is, the service asks. Whoever works on cases
-- sees nothing of it.
alter table audit_entry enable row level security;
create policy audit_entry_read on audit_entry for select to lawgate_app
  using (current_setting('lawgate.scope', true) = 'none' and current_setting('lawgate.org_path', true) <> ''
         and org_path ^@ current_setting('lawgate.org_path', true));
create policy audit_entry_worker on audit_entry for select to lawgate_worker using (true);
alter table audit_chain enable row level security;
create policy audit_chain_worker on audit_chain for select to lawgate_worker using (true);
alter table audit_verification enable row level security;
create policy audit_verification_read on audit_verification for select to lawgate_app
  using (current_setting('lawgate.scope', true) = 'none' and current_setting('lawgate.org_path', true) <> ''
         and org_path ^@ current_setting('lawgate.org_path', true));
create policy audit_verification_insert on audit_verification for insert to lawgate_app
  with check (current_setting('lawgate.scope', true) = 'none' and org_path = current_setting('lawgate.org_path', true)
              and is_person(requested_by));
create policy audit_verification_worker on audit_verification to lawgate_worker using (true) with check (true);

revoke execute on function require_officer, end_sessions, create_account, rename_account, activate_account, reset_password,
  grant_roles, change_password, tasks_held, audit_end, audit_add, audit_case_history from public;
grant execute on function create_account, rename_account, activate_account, reset_password, grant_roles, change_password,
  tasks_held, audit_end, audit_add, audit_case_history to lawgate_app;
grant execute on function audit_end, audit_add to lawgate_worker;
