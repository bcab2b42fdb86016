-- Past registers belong to one organisation and are visible to that organisation only, not to the one above it.
do $$
declare t text;
begin
  foreach t in array array['register_import', 'register_import_line', 'register_mapping'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_own', t);
    execute format('create policy %I on %I to lawgate_app using (own_org(org_path)) with check (own_org(org_path))',
                   t || '_own', t);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;

alter table register_entry enable row level security;
drop policy if exists register_entry_read on register_entry;
create policy register_entry_read on register_entry for select to lawgate_app using (sees_org(org_path));
drop policy if exists register_entry_worker on register_entry;
create policy register_entry_worker on register_entry to lawgate_worker using (true) with check (true);
alter table register_view enable row level security;
drop policy if exists register_view_read on register_view;
create policy register_view_read on register_view for select to lawgate_app
  using (own_org(org_path) and (shared or is_person(owner)));
drop policy if exists register_view_insert on register_view;
create policy register_view_insert on register_view for insert to lawgate_app
  with check (own_org(org_path) and is_person(owner));
drop policy if exists register_view_update on register_view;
create policy register_view_update on register_view for update to lawgate_app
  using (own_org(org_path) and is_person(owner)) with check (own_org(org_path) and is_person(owner));
drop policy if exists register_view_delete on register_view;
create policy register_view_delete on register_view for delete to lawgate_app
  using (own_org(org_path) and is_person(owner));
drop policy if exists register_view_worker on register_view;
create policy register_view_worker on register_view to lawgate_worker using (true) with check (true);
