-- commit_event: writes one accepted event. All or nothing; the case must still have the version that the caller read.
--   p_scope, p_org_path, p_person  the principal
--   p_case     {id, orgId, orgPath, category, title, definitionVersion, rulesetVersion, state, stage, status,
--               version (the new one; 1 creates the case), documents (number that the step saw), lastHash, createdBy,
--               at, dueOn, backDated, recorded}
--   p_stored   the engine's stored case
--   p_history  {seq, type, actor, body, prevHash, hash}
--   p_rows     null, or arrays by name: closeTasks, openTasks, dueTasks, clocks, cancelTimers, timers, outbox, facts,
--               opinions, grants, revokes; numbers [{code, year, number, text, purpose}]; and idempotency {key,
--               requestHash, status, response}, fireTimer {id, token}
-- Raises LG409 when another event was committed first, LG410 when the idempotency key is already stored, LG411 for a
-- stale
-- timer, LG412 when a number is not the next of its series, 42501 for a case that the principal may not write.
-- Runs with the owner's rights: see load-case.sql.
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
                             status, version, stored, last_hash, created_by, created_at, updated_at, due_on, back_dated,
                             recorded)
    values (v_case, (p_case ->> 'orgId')::uuid, v_path, p_case ->> 'category', p_case ->> 'title',
            (p_case ->> 'definitionVersion')::int, (p_case ->> 'rulesetVersion')::int, p_case ->> 'state',
            p_case ->> 'stage', p_case ->> 'status', 1, p_stored, p_history ->> 'hash',
            (p_case ->> 'createdBy')::uuid, v_at, v_at, (p_case ->> 'dueOn')::date,
            coalesce((p_case ->> 'backDated')::boolean, false), coalesce((p_case ->> 'recorded')::boolean, false));
  else
    update review_case set title = p_case ->> 'title', definition_version = (p_case ->> 'definitionVersion')::int, state = p_case ->> 'state', stage = p_case ->> 'stage', status = p_case ->> 'status',
           version = v_version, stored = p_stored, last_hash = p_history ->> 'hash', updated_at = v_at,
           due_on = (p_case ->> 'dueOn')::date, recorded = coalesce((p_case ->> 'recorded')::boolean, false)
     where id = v_case and org_path = v_path and version = v_version - 1 and documents = (p_case ->> 'documents')::int;
    if not found then raise exception 'another event came first' using errcode = 'LG409'; end if;
  end if;
  -- After the version check: a person who lost access by the other event gets LG409 for it, not 42501.
  if not ((p_scope = 'organisation' and p_org_path <> '' and v_path = p_org_path)
          or (p_scope = 'assigned' and v_version > 1 and exists (select from case_access a
                where a.case_id = v_case and a.person_id = p_person::uuid and a.revoked_at is null))) then
    raise exception 'the case is not the principal''s to write' using errcode = '42501';
  end if;
  insert into history (case_id, seq, org_path, at, type, actor_id, body, prev_hash, hash)
  values (v_case, (p_history ->> 'seq')::int, v_path, v_at, p_history ->> 'type', (p_history ->> 'actor')::uuid,
          p_history ->> 'body', p_history ->> 'prevHash', p_history ->> 'hash');
  if p_rows is null then return; end if;

  -- A due date sends its event at most once: the timer is marked in the commit of the event that it sent.
  if p_rows ? 'fireTimer' then
    update timer set status = 'fired', fired_at = v_at
     where case_id = v_case and id = (p_rows -> 'fireTimer' ->> 'id')::uuid and token = (p_rows -> 'fireTimer' ->> 'token')::int
       and status in ('pending', 'enqueued');
    if not found then raise exception 'the timer was moved or has fired' using errcode = 'LG411'; end if;
  end if;
  if p_rows ? 'numbers' then
    -- The caller guessed the next numbers; if a guess is not the next number, nothing is written.
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
      set fire_at = excluded.fire_at, status = 'pending', token = timer.token + 1, enqueued_at = null,
          attempts = 0, retry_at = null, failed_at = null
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
  -- Access is revoked last, because until here the person still writes their own recusal.
  if p_rows ? 'revokes' then
    update case_access set revoked_at = v_at, revoked_reason = x.reason
      from jsonb_to_recordset(p_rows -> 'revokes') as x (person uuid, reason text)
     where case_access.case_id = v_case and case_access.person_id = x.person and case_access.revoked_at is null;
  end if;
end $$;

revoke execute on function commit_event from public;
grant execute on function commit_event to lawgate_app, lawgate_worker;
