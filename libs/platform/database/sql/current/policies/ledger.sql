do $$
declare t text;
begin
  foreach t in array array['indicator_entry', 'indicator_void', 'indicator_reminder', 'annual_freeze',
                           'annual_case'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to lawgate_app using (sees_org(org_path))', t || '_read', t);
    execute format('drop policy if exists %I on %I', t || '_insert', t);
    execute format('create policy %I on %I for insert to lawgate_app with check (own_org(org_path))', t || '_insert', t);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;

-- Kinds contain nothing of a case; they are maintained by the administrator, who sees no case.
alter table indicator_kind enable row level security;
drop policy if exists indicator_kind_read on indicator_kind;
create policy indicator_kind_read on indicator_kind for select to lawgate_app
  using (sees_org(org_path) or of_own_org(org_path));
drop policy if exists indicator_kind_insert on indicator_kind;
create policy indicator_kind_insert on indicator_kind for insert to lawgate_app with check (of_own_org(org_path));
drop policy if exists indicator_kind_update on indicator_kind;
create policy indicator_kind_update on indicator_kind for update to lawgate_app
  using (of_own_org(org_path)) with check (of_own_org(org_path));
drop policy if exists indicator_kind_worker on indicator_kind;
create policy indicator_kind_worker on indicator_kind to lawgate_worker using (true) with check (true);
alter table indicator_attachment enable row level security;
drop policy if exists indicator_attachment_read on indicator_attachment;
create policy indicator_attachment_read on indicator_attachment for select to lawgate_app using (sees_org(org_path));
drop policy if exists indicator_attachment_insert on indicator_attachment;
create policy indicator_attachment_insert on indicator_attachment for insert to lawgate_app with check (own_org(org_path));
drop policy if exists indicator_attachment_worker on indicator_attachment;
create policy indicator_attachment_worker on indicator_attachment to lawgate_worker using (true) with check (true);
