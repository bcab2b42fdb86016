-- Ordered and read by the administrator of the organisation, who has the scope 'none'; that it is the administrator, the
-- route asks. Nothing is inherited up or down.
do $$
declare t text;
begin
  foreach t in array array['definition_migration', 'definition_migration_case'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to lawgate_app
                      using (current_setting(''lawgate.scope'', true) = ''none'' and of_own_org(org_path))', t || '_read', t);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;
drop policy if exists definition_migration_insert on definition_migration;
create policy definition_migration_insert on definition_migration for insert to lawgate_app
  with check (current_setting('lawgate.scope', true) = 'none' and of_own_org(org_path) and is_person(ordered_by));
