-- The evidence of a case is read by a function that checks the viewer itself (functions/case-evidence.sql).
do $$
declare t text;
begin
  foreach t in array array['history_write', 'case_log', 'case_verification'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to lawgate_app using (sees_org(org_path))', t || '_read', t);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;
