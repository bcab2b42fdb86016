do $$
declare t text;
begin
  foreach t in array array['refusal_met', 'proof_pack', 'proof_pack_download', 'page_count',
                           'archive_hand_over', 'archive_hand_over_case'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
  foreach t in array array['page_count', 'archive_hand_over', 'archive_hand_over_case'] loop
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to lawgate_app using (sees_org(org_path))', t || '_read', t);
    execute format('drop policy if exists %I on %I', t || '_insert', t);
    execute format('create policy %I on %I for insert to lawgate_app with check (own_org(org_path))', t || '_insert', t);
  end loop;
  -- A pack is visible to the organisation that ordered it, and to no other.
  foreach t in array array['proof_pack', 'proof_pack_download'] loop
    execute format('drop policy if exists %I on %I', t || '_own', t);
    execute format('create policy %I on %I to lawgate_app using (own_org(org_path)) with check (own_org(org_path))', t || '_own', t);
  end loop;
end $$;

drop policy if exists refusal_met_read on refusal_met;
create policy refusal_met_read on refusal_met for select to lawgate_app
  using (sees_org(org_path) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
drop policy if exists refusal_met_insert on refusal_met;
create policy refusal_met_insert on refusal_met for insert to lawgate_app
  with check (is_person(by_person) and (own_org(org_path)
              or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases()))));
