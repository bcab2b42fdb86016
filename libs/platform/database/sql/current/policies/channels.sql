do $$
declare t text;
begin
  foreach t in array array['channel_setting', 'channel_preference', 'channel_delivery', 'channel_target'] loop
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;

drop policy if exists channel_setting_own on channel_setting;
create policy channel_setting_own on channel_setting to lawgate_app
  using (of_own_org(org_path)) with check (of_own_org(org_path));
drop policy if exists channel_preference_own on channel_preference;
create policy channel_preference_own on channel_preference to lawgate_app
  using (is_person(person_id)) with check (is_person(person_id));
drop policy if exists channel_delivery_own on channel_delivery;
create policy channel_delivery_own on channel_delivery to lawgate_app
  using (of_own_org(org_path)) with check (of_own_org(org_path));
drop policy if exists channel_target_own on channel_target;
create policy channel_target_own on channel_target for select to lawgate_app
  using (of_own_org(coalesce(org_path, current_setting('lawgate.org_path', true))));
