-- load_case: everything that one step and the view after it need, in one round trip.
--   p_scope, p_org_path, p_person  the principal
--   p_case                         the case
--   p_key                          idempotency key or null
-- Returns null where the case does not exist for this principal, and the stored answer where the key is known.
-- Runs with the owner's rights, as commit_event does: both work on one case, and check once whether the principal may
-- see
-- it, by the same rule as the policies. Row-level security would check it again in each of about twenty statements.
-- pg_temp is last in the search path, so that a temporary table cannot take the place of a table of the schema.
create or replace function load_case(p_scope text, p_org_path text, p_person text, p_case uuid, p_key text)
returns json language plpgsql stable security definer set search_path = public, pg_temp as $$
declare answer json;
begin
  if p_key is not null then
    select json_build_object('repeated', json_build_object(
             'requestHash', i.request_hash, 'status', i.status, 'response', i.response))
      into answer from idempotency i where i.person_id = p_person::uuid and i.key = p_key;
    if found then return answer; end if;
  end if;
  select json_build_object(
    'id', c.id, 'orgId', c.org_id, 'orgPath', c.org_path, 'category', c.category, 'title', c.title,
    'state', c.state, 'stage', c.stage, 'status', c.status, 'version', c.version, 'stored', c.stored,
    'lastHash', c.last_hash, 'createdBy', c.created_by, 'createdAt', c.created_at, 'updatedAt', c.updated_at,
    'backDated', c.back_dated, 'documentCount', c.documents, 'log', json_build_object('seq', c.log_seq, 'hash', c.log_hash),
    'names', (select json_object_agg(p.id, p.name) from person p
      where p.org_path ^@ p_org_path and (p.id = c.created_by or p.id in
        (select a.person_id from case_access a where a.case_id = c.id))),
    'documents', coalesce((select json_agg(json_build_object('id', d.id, 'kind', d.kind, 'name', d.name,
        'version', d.version, 'size', d.size, 'mediaType', d.media_type, 'sha256', d.sha256, 'sm3', d.sm3,
        'uploadedBy', d.uploaded_by, 'uploadedAt', d.uploaded_at) order by d.kind, d.version)
      from document d where d.case_id = c.id), '[]'),
    'tasks', coalesce((select json_agg(json_build_object('id', t.id, 'key', t.key, 'visit', t.visit, 'seat', t.seat,
        'turn', t.turn, 'role', t.role, 'label', t.label, 'holder', t.holder, 'clock', t.clock_key,
        'dueOn', t.due_on, 'provisional', t.provisional, 'openedAt', t.opened_at) order by t.opened_at, t.key, t.seat)
      from task t where t.case_id = c.id and t.status = 'open'), '[]'),
    'clocks', coalesce((select json_agg(json_build_object('run', k.run, 'onDue', k.on_due, 'state', k.state)
        order by k.key, k.run) from clock k where k.case_id = c.id), '[]'),
    'opinions', coalesce((select json_agg(json_build_object('id', o.id, 'act', o.act, 'round', o.round,
        'by', json_build_object('id', o.by_person, 'name', o.by_name), 'conclusion', o.conclusion, 'text', o.text,
        'points', o.points, 'at', o.at, 'hash', o.hash) order by o.at, o.id)
      from opinion o where o.case_id = c.id), '[]'),
    'numbers', coalesce((select json_agg(json_build_object('text', n.text, 'purpose', n.purpose, 'takenAt', n.taken_at,
        'voidReason', n.void_reason) order by n.taken_at, n.text) from document_number n where n.case_id = c.id), '[]'),
    'history', coalesce((select json_agg(json_build_object('body', h.body, 'hash', h.hash) order by h.seq)
      from history h where h.case_id = c.id), '[]'))
  into answer from review_case c
   where c.id = p_case and p_org_path <> ''
     and ((p_scope = 'organisation' and c.org_path ^@ p_org_path)
          or (p_scope = 'assigned' and exists (select from case_access a
                where a.case_id = p_case and a.person_id = p_person::uuid and a.revoked_at is null)));
  return answer;
end $$;

revoke execute on function load_case from public;
grant execute on function load_case to lawgate_app, lawgate_worker;
