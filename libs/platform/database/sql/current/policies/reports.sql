alter table report_template enable row level security;
drop policy if exists report_template_read on report_template;
create policy report_template_read on report_template for select to lawgate_app using (sees_org(org_path));
drop policy if exists report_template_insert on report_template;
create policy report_template_insert on report_template for insert to lawgate_app with check (own_org(org_path));
drop policy if exists report_template_worker on report_template;
create policy report_template_worker on report_template to lawgate_worker using (true) with check (true);
