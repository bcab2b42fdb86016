do $$
declare t text; assigned text;
begin
  -- Papers are visible with their case.
  foreach t in array array['paper', 'paper_reading'] loop
    assigned := format('(current_setting(''lawgate.scope'', true) = ''assigned'' and %I.case_id in (select assigned_cases()))', t);
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to lawgate_app using (sees_org(org_path) or %s)', t || '_read', t, assigned);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
  -- Templates belong to the organisation; they are maintained by an administrator, who reads no case.
  foreach t in array array['paper_template', 'paper_template_choice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to lawgate_app using (current_setting(''lawgate.scope'', true) in (''organisation'', ''assigned'', ''none'') and org_path = current_setting(''lawgate.org_path'', true))', t || '_read', t);
    execute format('drop policy if exists %I on %I', t || '_insert', t);
    execute format('create policy %I on %I for insert to lawgate_app with check (current_setting(''lawgate.scope'', true) in (''organisation'', ''none'') and org_path = current_setting(''lawgate.org_path'', true))', t || '_insert', t);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;

-- Every access to a paper is logged, also one by a county above.
drop policy if exists paper_reading_insert on paper_reading;
create policy paper_reading_insert on paper_reading for insert to lawgate_app
  with check (is_person(person_id) and (sees_org(org_path)
    or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases()))));
