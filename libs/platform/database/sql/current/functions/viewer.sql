-- act_as: makes a principal the viewer of the transaction.
--   p_scope, p_org_path, p_person  the principal; the settings last until the end of the transaction
create or replace function act_as(p_scope text, p_org_path text, p_person text) returns void language sql as $$
  select set_config('lawgate.scope', p_scope, true), set_config('lawgate.org_path', p_org_path, true),
         set_config('lawgate.person', p_person, true);
$$;

-- Settings that row-level security reads. Every call sets all three, for its transaction only:
--   lawgate.scope     'organisation' (own organisation and below) | 'assigned' (only cases assigned to the person) |
--                     anything else: nothing
--   lawgate.org_path  path of the person's organisation
--   lawgate.person    the person's id
-- Without them nothing is visible: an empty path would be a prefix of every path, so the scope is checked first.
create or replace function sees_org(path text) returns boolean language sql stable parallel safe as $$
  select current_setting('lawgate.scope', true) = 'organisation'
     and path ^@ current_setting('lawgate.org_path', true)
$$;

create or replace function own_org(path text) returns boolean language sql stable parallel safe as $$
  select current_setting('lawgate.scope', true) = 'organisation'
     and path = current_setting('lawgate.org_path', true)
$$;

-- Administrators see no case (scope 'none') but administer their organisation's channels. So the scope only has to be
-- set,
-- and the path has to be equal: channels are not inherited in either direction.
create or replace function of_own_org(path text) returns boolean language sql stable parallel safe as $$
  select current_setting('lawgate.scope', true) in ('organisation', 'assigned', 'none')
     and path = current_setting('lawgate.org_path', true)
$$;

-- Above and below on the own branch: an organisation may inherit from those above, and oversees those below.
-- Administrators have the scope 'none' and enter the sets; advisers see the clocks that depend on the sets.
create or replace function in_own_branch(path text) returns boolean language sql stable parallel safe as $$
  select current_setting('lawgate.scope', true) in ('organisation', 'assigned', 'none')
     and current_setting('lawgate.org_path', true) <> ''
     and (path ^@ current_setting('lawgate.org_path', true) or current_setting('lawgate.org_path', true) ^@ path)
$$;

create or replace function is_person(id uuid) returns boolean language sql stable parallel safe as $$
  select id = nullif(current_setting('lawgate.person', true), '')::uuid
$$;

create or replace function assigned_cases() returns setof uuid language sql stable parallel safe as $$
  select a.case_id from public.case_access a
   where a.person_id = nullif(current_setting('lawgate.person', true), '')::uuid and a.revoked_at is null
$$;

-- readable_cases: the cases whose documents an adviser may open. The right begins with their task and ends when the
-- opinion letter of that round is signed: from then on they see the case, their own opinion and its result, but no
-- document.
create or replace function readable_cases() returns setof uuid language sql stable security definer parallel safe
set search_path = public, pg_temp as $$
  select a.case_id from case_access a
   where a.person_id = nullif(current_setting('lawgate.person', true), '')::uuid and a.revoked_at is null
     and (exists (select from task t where t.case_id = a.case_id and t.status = 'open'
                     and (t.holder = a.person_id
                          or exists (select from stand_in s where s.person_id = t.holder and s.stand_in_id = a.person_id)))
          or exists (select from opinion o where o.case_id = a.case_id and o.by_person = a.person_id and o.act = 'adviser'
                        and not exists (select from opinion d where d.case_id = o.case_id and d.act = 'director'
                                                                and d.round >= o.round)))
$$;

revoke execute on function readable_cases from public;
grant execute on function readable_cases to lawgate_app, lawgate_worker;
