-- Stand-ins are visible to everybody in the organisation, like names; also to advisers.
alter table stand_in enable row level security;
drop policy if exists stand_in_read on stand_in;
create policy stand_in_read on stand_in for select to lawgate_app
  using (current_setting('lawgate.scope', true) in ('organisation', 'assigned')
         and current_setting('lawgate.org_path', true) <> ''
         and org_path ^@ current_setting('lawgate.org_path', true));
drop policy if exists stand_in_insert on stand_in;
create policy stand_in_insert on stand_in for insert to lawgate_app with check (own_org(org_path));
drop policy if exists stand_in_update on stand_in;
create policy stand_in_update on stand_in for update to lawgate_app using (own_org(org_path)) with check (own_org(org_path));
drop policy if exists stand_in_delete on stand_in;
create policy stand_in_delete on stand_in for delete to lawgate_app using (own_org(org_path));
drop policy if exists stand_in_worker on stand_in;
create policy stand_in_worker on stand_in to lawgate_worker using (true) with check (true);
alter table urge enable row level security;
drop policy if exists urge_read on urge;
create policy urge_read on urge for select to lawgate_app
  using (sees_org(org_path) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
drop policy if exists urge_insert on urge;
create policy urge_insert on urge for insert to lawgate_app with check (own_org(org_path));
drop policy if exists urge_worker on urge;
create policy urge_worker on urge to lawgate_worker using (true) with check (true);
alter table case_copy enable row level security;
drop policy if exists case_copy_read on case_copy;
create policy case_copy_read on case_copy for select to lawgate_app
  using (sees_org(org_path) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
drop policy if exists case_copy_insert on case_copy;
create policy case_copy_insert on case_copy for insert to lawgate_app with check (own_org(org_path));
drop policy if exists case_copy_worker on case_copy;
create policy case_copy_worker on case_copy to lawgate_worker using (true) with check (true);
