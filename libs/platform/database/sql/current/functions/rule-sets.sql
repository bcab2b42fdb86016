-- rulesets_in_reach: the sets of an organisation and of those above it, in one round trip; called for a new case.
--   p_scope, p_org_path, p_person  the principal
--   p_day                          the legal day; sets with a later effective date are left out
create or replace function rulesets_in_reach(p_scope text, p_org_path text, p_person text, p_day date) returns json
language plpgsql as $$
begin
  perform act_as(p_scope, p_org_path, p_person);
  return (select coalesce(json_agg(json_build_object('version', r.version, 'orgPath', r.org_path,
                   'effectiveFrom', r.effective_from)), '[]')
            from ruleset r where p_org_path ^@ r.org_path and r.effective_from <= p_day);
end $$;

-- ruleset_keepers: the number of open cases that would keep their values if the principal's organisation entered a set
-- now. The administrator may not see cases, so this returns only counts by category and state.
--   p_day  the effective date of the set; towns below that have a set of their own by then are left out
create or replace function ruleset_keepers(p_day date) returns table (category text, state text, cases int)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.category, c.state, count(*)::int from review_case c
   where c.status = 'active' and in_own_branch(c.org_path) and c.org_path ^@ current_setting('lawgate.org_path', true)
     and not exists (
       select from ruleset r where c.org_path ^@ r.org_path and r.effective_from <= p_day
          and length(r.org_path) > length(current_setting('lawgate.org_path', true)))
   group by c.category, c.state
$$;

revoke execute on function ruleset_keepers from public;
grant execute on function ruleset_keepers to lawgate_app;
