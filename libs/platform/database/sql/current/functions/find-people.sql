-- find_people: the active people of the principal's own organisation among p_ids, in one round trip; null for none.
create or replace function find_people(p_scope text, p_org_path text, p_person text, p_ids uuid[])
returns json language plpgsql as $$
begin
  perform act_as(p_scope, p_org_path, p_person);
  return (select json_agg(json_build_object('id', p.id, 'name', p.name, 'roles', p.roles,
                                            'qualifications', p.qualifications))
            from person p where p.id = any(p_ids) and p.active and p.org_path = p_org_path);
end $$;
