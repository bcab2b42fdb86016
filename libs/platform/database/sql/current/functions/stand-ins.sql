-- stood_in_for: the people whose stand-in a person is, now or later, so that a process can cache the answer; the caller
-- selects the ranges of the current day. Roles are compared at each look-up: a person who lost a role is no stand-in
-- any
-- more.
--   p_stand_in  the stand-in
create or replace function stood_in_for(p_stand_in uuid)
returns table (person uuid, name text, from_on text, to_on text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.person_id, a.name, s.from_on::text, s.to_on::text
    from stand_in s join person a on a.id = s.person_id join person b on b.id = s.stand_in_id
   where s.stand_in_id = p_stand_in and b.active and b.roles @> a.roles
   order by s.from_on, s.person_id
$$;

revoke execute on function stood_in_for from public;
grant execute on function stood_in_for to lawgate_app, lawgate_worker;
