-- Readable with scope 'none', which the three officers have; the service checks which of them it is. People who work on
-- cases see no entry.
alter table audit_entry enable row level security;
drop policy if exists audit_entry_read on audit_entry;
create policy audit_entry_read on audit_entry for select to lawgate_app
  using (current_setting('lawgate.scope', true) = 'none' and current_setting('lawgate.org_path', true) <> ''
         and org_path ^@ current_setting('lawgate.org_path', true));
drop policy if exists audit_entry_worker on audit_entry;
create policy audit_entry_worker on audit_entry for select to lawgate_worker using (true);
alter table audit_chain enable row level security;
drop policy if exists audit_chain_worker on audit_chain;
create policy audit_chain_worker on audit_chain for select to lawgate_worker using (true);
alter table audit_verification enable row level security;
drop policy if exists audit_verification_read on audit_verification;
create policy audit_verification_read on audit_verification for select to lawgate_app
  using (current_setting('lawgate.scope', true) = 'none' and current_setting('lawgate.org_path', true) <> ''
         and org_path ^@ current_setting('lawgate.org_path', true));
drop policy if exists audit_verification_insert on audit_verification;
create policy audit_verification_insert on audit_verification for insert to lawgate_app
  with check (current_setting('lawgate.scope', true) = 'none' and org_path = current_setting('lawgate.org_path', true)
              and is_person(requested_by));
drop policy if exists audit_verification_worker on audit_verification;
create policy audit_verification_worker on audit_verification to lawgate_worker using (true) with check (true);
