-- past_person: a person for the history of a replayed case. If exactly one person of the organisation has the name and
-- the role, that person; otherwise a person with the name from the register, who can never log in and is offered
-- nowhere.
--   p_org   the organisation
--   p_role  the person's role in the case
--   p_name  as written in the register
--   p_at    creation time of a person who has to be added
create or replace function past_person(p_org uuid, p_role text, p_name text, p_at timestamptz)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare v_found uuid[]; v_id uuid;
begin
  select array_agg(p.id) into v_found from person p
   where p.org_id = p_org and p.active and p.name = p_name and p.roles @> array[p_role];
  if cardinality(v_found) = 1 then return v_found[1]; end if;
  -- Two concurrent imports with the same name must add it once.
  perform pg_advisory_xact_lock(hashtextextended('past_person' || p_org || p_role || p_name, 0));
  select p.id into v_id from person p
   where p.org_id = p_org and not p.active and p.password_hash = 'none: of a past register' and p.name = p_name
     and p.roles = array[p_role];
  if v_id is not null then return v_id; end if;
  insert into person (id, org_id, org_path, username, name, password_hash, roles, active, created_at)
  select gen_random_uuid(), o.id, o.path, 'past-' || gen_random_uuid(), p_name, 'none: of a past register',
         array[p_role], false, p_at
    from organisation o where o.id = p_org
  returning id into v_id;
  return v_id;
end $$;

revoke execute on function past_person from public;
grant execute on function past_person to lawgate_worker;
