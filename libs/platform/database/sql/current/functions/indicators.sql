-- indicator_in_use: whether the principal's organisation has entries of a kind. An administrator may not read the
-- entries,
-- but has to know this before they change how a kind counts.
--   p_kind  key of the kind
create or replace function indicator_in_use(p_kind text) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from indicator_entry e where of_own_org(e.org_path) and e.kind = p_kind)
$$;

revoke execute on function indicator_in_use from public;
grant execute on function indicator_in_use to lawgate_app;
