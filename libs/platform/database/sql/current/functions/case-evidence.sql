-- case_evidence: all that verification reads of one case, as it is in the database.
--   p_scope, p_org_path, p_person  the principal; an adviser sees no document any more and the case is verified all the same
--   p_case                         the case
-- Returns null where the case does not exist for this principal. Runs with the owner's rights, see load-case.sql.
-- Tables are read by name: {table: [row, …]}, in the order of their keys.
create or replace function case_evidence(p_scope text, p_org_path text, p_person text, p_case uuid) returns jsonb
language plpgsql stable security definer set search_path = public, pg_temp as $$
declare v_case review_case; v_tables jsonb := '{}'; v_rows jsonb; v_table text; v_people uuid[];
begin
  select c.* into v_case from review_case c
   where c.id = p_case and p_org_path <> ''
     and ((p_scope = 'organisation' and c.org_path ^@ p_org_path)
          or (p_scope = 'assigned' and exists (select from case_access a
                where a.case_id = p_case and a.person_id = p_person::uuid and a.revoked_at is null)));
  if not found then return null; end if;
  foreach v_table in array array['task', 'clock', 'fact', 'opinion', 'document_number', 'case_access', 'document', 'paper',
                                 'recording', 'recording_void', 'comparison', 'page_count', 'refusal_met', 'urge',
                                 'case_copy', 'archive_hand_over_case', 'register_entry'] loop
    execute format('select coalesce(jsonb_agg(to_jsonb(x) order by to_jsonb(x)::text), ''[]'') from %I x where x.case_id = $1',
                   v_table) into v_rows using p_case;
    v_tables := v_tables || jsonb_build_object(v_table, v_rows);
  end loop;
  -- People whom the case names by an id that a page shows as a name.
  select array_agg(distinct x) into v_people from (
    select v_case.created_by as x
    union all select actor_id from history where case_id = p_case
    union all select unnest(array[holder, closed_by]) from task where case_id = p_case
    union all select person_id from case_access where case_id = p_case
    union all select uploaded_by from document where case_id = p_case
    union all select unnest(array[person_id, by_person]) from case_copy where case_id = p_case
    union all select by_person from urge where case_id = p_case) as named where x is not null;
  return jsonb_build_object(
    'case', to_jsonb(v_case),
    'history', (select coalesce(jsonb_agg(to_jsonb(h) || jsonb_build_object('wrote', w.body, 'wrote_path', w.org_path) order by h.seq), '[]')
                  from history h left join history_write w using (case_id, seq) where h.case_id = p_case),
    'log', (select coalesce(jsonb_agg(to_jsonb(l) order by l.seq), '[]') from case_log l where l.case_id = p_case),
    'tables', v_tables,
    -- In the order in which history rows hash them.
    'documentOrder', (select coalesce(jsonb_agg(d.id order by d.kind, d.version), '[]') from document d where d.case_id = p_case),
    'register', (select to_jsonb(r) from register_rows(array[p_case]) r),
    'people', (select coalesce(jsonb_agg(jsonb_build_object('id', p.id, 'name', p.name) order by p.id), '[]')
                 from person p where p.id = any (v_people)),
    -- Names that an officer changed: the latest entry of the audit log of each person.
    'renames', (select coalesce(jsonb_agg(jsonb_build_object('person', r.subject_id, 'name', r.body::jsonb -> 'detail' -> 'name')
                                          order by r.subject_id), '[]')
                  from (select distinct on (a.subject_id) a.subject_id, a.body from audit_entry a
                         where a.action = 'account.renamed' and a.subject_kind = 'person' and a.outcome = 'done'
                           and a.subject_id = any (v_people::text[]) order by a.subject_id, a.at desc, a.seq desc) as r),
    'anchor', (select to_jsonb(v) from case_verification v where v.case_id = p_case));
end $$;

revoke execute on function case_evidence from public;
grant execute on function case_evidence to lawgate_app, lawgate_worker;

-- keep_verification: the last result of verifying a case.
--   p_result  {case, broken, at, content, contentAt}; content null where not all bytes were hashed again
-- The ends of the chains are kept from the last time at which everything agreed: a changed chain must not become the one that
-- later results are compared with.
create or replace function keep_verification(p_result jsonb) returns void language sql security definer
set search_path = public, pg_temp as $$
  insert into case_verification as v (case_id, org_id, org_path, version, last_hash, log_seq, log_hash, broken, checked_at,
                                      content, content_checked_at)
  select c.id, c.org_id, c.org_path, (p_result ->> 'version')::int, p_result ->> 'lastHash', (p_result ->> 'logSeq')::int,
         p_result ->> 'logHash', (p_result ->> 'broken')::int, (p_result ->> 'at')::timestamptz,
         nullif(p_result -> 'content', 'null'), (p_result ->> 'contentAt')::timestamptz
    from review_case c where c.id = (p_result ->> 'case')::uuid
  on conflict (case_id) do update set
    version = case when excluded.broken = 0 then excluded.version else v.version end,
    last_hash = case when excluded.broken = 0 then excluded.last_hash else v.last_hash end,
    log_seq = case when excluded.broken = 0 then excluded.log_seq else v.log_seq end,
    log_hash = case when excluded.broken = 0 then excluded.log_hash else v.log_hash end,
    broken = excluded.broken, checked_at = excluded.checked_at,
    content = coalesce(excluded.content, v.content),
    content_checked_at = coalesce(excluded.content_checked_at, v.content_checked_at)
$$;

revoke execute on function keep_verification from public;
grant execute on function keep_verification to lawgate_app, lawgate_worker;
