-- audit_end: the last entry of an organisation's chain, locked until the end of the transaction.
create or replace function audit_end(p_org uuid) returns table (seq int, last_hash text)
language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
begin
  insert into audit_chain (org_id, org_path, seq, last_hash)
  select o.id, o.path, 0, repeat('0', 64) from organisation o where o.id = p_org on conflict do nothing;
  return query select c.seq, c.last_hash from audit_chain c where c.org_id = p_org for update;
end $$;

-- audit_add: appends one entry after the end that audit_end locked.
--   p_entry  {id, org, seq, at, actor, action, subjectKind, subjectId, outcome, address, body, prevHash, hash}
-- Raises LG409 when another entry was appended meanwhile.
create or replace function audit_add(p_entry jsonb) returns void
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

-- audit_case_history: the history of a case as an auditor may see it: event, time, actor and place in the chain.
create or replace function audit_case_history(p_auditor uuid, p_case uuid)
returns table (category text, seq int, type text, at timestamptz, actor_id uuid, actor_name text, hash text)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.category, h.seq, h.type, h.at, h.actor_id, h.body::json -> 'actor' ->> 'name', h.hash
    from person a join review_case c on c.id = p_case and c.org_path ^@ a.org_path join history h on h.case_id = c.id
   where a.id = p_auditor and a.active and 'auditor' = any(a.roles)
   order by h.seq
$$;

revoke execute on function audit_end, audit_add, audit_case_history from public;
grant execute on function audit_end, audit_add to lawgate_app, lawgate_worker;
grant execute on function audit_case_history to lawgate_app;
