do $$
declare t text;
begin
  foreach t in array array['document_text', 'document_access', 'comparison', 'recording', 'recording_void'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;

drop policy if exists document_read on document;
create policy document_read on document for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));
drop policy if exists document_text_read on document_text;
create policy document_text_read on document_text for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));
drop policy if exists comparison_read on comparison;
create policy comparison_read on comparison for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));
drop policy if exists recording_read on recording;
create policy recording_read on recording for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));
drop policy if exists recording_insert on recording;
create policy recording_insert on recording for insert to lawgate_app with check (own_org(org_path));
drop policy if exists recording_void_read on recording_void;
create policy recording_void_read on recording_void for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));
drop policy if exists recording_void_insert on recording_void;
create policy recording_void_insert on recording_void for insert to lawgate_app with check (own_org(org_path));
drop policy if exists comparison_insert on comparison;
create policy comparison_insert on comparison for insert to lawgate_app with check (own_org(org_path));
-- Accesses by the county are logged too, although it writes nothing else into a town.
drop policy if exists document_access_read on document_access;
create policy document_access_read on document_access for select to lawgate_app using (sees_org(org_path));
drop policy if exists document_access_insert on document_access;
create policy document_access_insert on document_access for insert to lawgate_app
  with check (is_person(person_id)
              and (sees_org(org_path)
                   or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases()))));
