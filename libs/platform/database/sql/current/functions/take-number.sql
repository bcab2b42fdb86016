-- take_number: the next number of a series, locked until the end of the transaction.
--   p_scope, p_org_path, p_person the principal; p_org the issuer; p_code 代字; p_year year of issue; p_case, p_purpose,
--   p_at
-- Runs with the owner's rights: an adviser's event may take a number too, but never one of another organisation.
create or replace function take_number(p_scope text, p_org_path text, p_person text, p_org uuid, p_code text, p_year int,
                            p_case uuid, p_purpose text, p_at timestamptz)
returns table (number int, text text) language plpgsql security definer set search_path = public, pg_temp as $$
#variable_conflict use_column
declare v_number int; v_text text;
begin
  if not exists (select 1 from review_case c where c.id = p_case and c.org_id = p_org
                 and c.org_path = (select o.path from organisation o where o.id = p_org)
                 and c.org_path ^@ p_org_path and p_org_path <> '') then
    raise exception 'the case does not belong to the issuer' using errcode = 'LG403';
  end if;
  insert into number_series as s (org_id, org_path, code, year, last)
  select p_org, o.path, p_code, p_year, 1 from organisation o where o.id = p_org
  on conflict (org_id, code, year) do update set last = s.last + 1
  returning last into v_number;
  v_text := p_code || '〔' || p_year || '〕' || v_number || '号';
  insert into document_number (org_id, org_path, code, year, number, text, case_id, purpose, taken_at)
  select p_org, o.path, p_code, p_year, v_number, v_text, p_case, p_purpose, p_at from organisation o where o.id = p_org;
  return query select v_number, v_text;
end $$;

revoke execute on function take_number from public;
grant execute on function take_number to lawgate_app, lawgate_worker;
