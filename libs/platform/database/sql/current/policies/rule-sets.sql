alter table ruleset enable row level security;
alter table ruleset_parameter enable row level security;
drop policy if exists ruleset_read on ruleset;
create policy ruleset_read on ruleset for select to lawgate_app using (in_own_branch(org_path));
drop policy if exists ruleset_insert on ruleset;
create policy ruleset_insert on ruleset for insert to lawgate_app with check (of_own_org(org_path) and is_person(entered_by));
drop policy if exists ruleset_worker on ruleset;
create policy ruleset_worker on ruleset for select to lawgate_worker using (true);
drop policy if exists ruleset_parameter_read on ruleset_parameter;
create policy ruleset_parameter_read on ruleset_parameter for select to lawgate_app using (in_own_branch(org_path));
-- Values can be inserted only in the transaction that enters the set: a stored set never changes.
drop policy if exists ruleset_parameter_insert on ruleset_parameter;
create policy ruleset_parameter_insert on ruleset_parameter for insert to lawgate_app
  with check (of_own_org(org_path) and exists (
    select from ruleset r where r.version = ruleset_parameter.version and r.xmin = pg_current_xact_id()::xid));
drop policy if exists ruleset_parameter_worker on ruleset_parameter;
create policy ruleset_parameter_worker on ruleset_parameter for select to lawgate_worker using (true);
