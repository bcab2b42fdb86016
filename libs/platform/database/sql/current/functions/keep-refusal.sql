-- keep_refusal: stores that a rule refused an event, in one round trip and with the rights of the person who sent it.
-- Returns false where it is stored already.
--   p_scope, p_org_path, p_person  the principal
--   p_row                          {id, caseId, orgPath, version, event, rules, refusals, byName, at}
create or replace function keep_refusal(p_scope text, p_org_path text, p_person text, p_row jsonb) returns boolean language plpgsql as $$
begin
  perform act_as(p_scope, p_org_path, p_person);
  insert into refusal_met (id, case_id, org_path, version, event, rules, refusals, by_person, by_name, at)
  values ((p_row ->> 'id')::uuid, (p_row ->> 'caseId')::uuid, p_row ->> 'orgPath', (p_row ->> 'version')::int,
          p_row ->> 'event', p_row ->> 'rules', p_row -> 'refusals', p_person::uuid, p_row ->> 'byName',
          (p_row ->> 'at')::timestamptz)
  on conflict do nothing;
  return found;
end $$;
