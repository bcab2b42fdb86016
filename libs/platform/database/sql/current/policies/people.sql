do $$
declare t text;
begin
  foreach t in array array['case_access', 'number_series', 'notification', 'idempotency', 'person'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;

drop policy if exists case_access_own on case_access;
create policy case_access_own on case_access for select to lawgate_app using (is_person(person_id) or sees_org(org_path));
drop policy if exists case_access_insert on case_access;
create policy case_access_insert on case_access for insert to lawgate_app
  with check (own_org(org_path) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
drop policy if exists case_access_update on case_access;
create policy case_access_update on case_access for update to lawgate_app
  -- A person who was removed from a case cannot add themselves again; the check allows the row of their own recusal.
  using (own_org(org_path) or (is_person(person_id) and revoked_at is null) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())))
  with check (own_org(org_path) or is_person(person_id) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
drop policy if exists number_series_own on number_series;
create policy number_series_own on number_series to lawgate_app
  using (own_org(org_path)) with check (own_org(org_path));
drop policy if exists notification_own on notification;
create policy notification_own on notification to lawgate_app
  using (is_person(person_id)) with check (is_person(person_id));
drop policy if exists idempotency_own on idempotency;
create policy idempotency_own on idempotency to lawgate_app
  using (is_person(person_id)) with check (is_person(person_id));
-- Advisers, too, need the names of colleagues; nothing outside the organisation's branch is visible.
drop policy if exists person_branch on person;
create policy person_branch on person for select to lawgate_app
  using (current_setting('lawgate.scope', true) in ('organisation', 'assigned', 'none')
         and current_setting('lawgate.org_path', true) <> ''
         and org_path ^@ current_setting('lawgate.org_path', true));
