-- copy_receipts: the people to whom a case was copied, and when each read it. Inboxes are private; this function
-- returns
-- only the time at which one message was read, to anyone who may see the copy.
--   p_case  the case; returns no rows where the principal of the transaction may not see it
create or replace function copy_receipts(p_case uuid)
returns table (id uuid, person_id uuid, person_name text, by_id uuid, by_name text, note text, at timestamptz, read_at timestamptz)
language sql stable security definer set search_path = public, pg_temp as $$
  select c.id, p.id, p.name, b.id, b.name, c.note, c.at, n.read_at
    from case_copy c join person p on p.id = c.person_id join person b on b.id = c.by_person
    left join notification n on n.person_id = c.person_id and n.source = 'outbox:' || c.outbox_id
   where c.case_id = p_case
     and (sees_org(c.org_path)
          or (current_setting('lawgate.scope', true) = 'assigned' and c.case_id in (select assigned_cases())))
   order by c.at, p.name, c.id
$$;

revoke execute on function copy_receipts from public;
grant execute on function copy_receipts to lawgate_app, lawgate_worker;
