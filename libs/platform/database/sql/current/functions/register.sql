-- register_cases: writes the register entries of cases from their recorded facts.
--   p_cases  ids; a case without a fact is a draft and gets no entry
create or replace function register_cases(p_cases uuid[]) returns void language sql security definer
  set search_path = public, pg_temp as $$
  with event as materialized (
    select id, case_id, kind, on_date, year, detail from fact where case_id = any (p_cases)
  ),
  counted_in as (
    select case_id, min(year) as year from event where kind = 'concluded' group by case_id
  ),
  outcome as (
    select distinct on (e.case_id) e.case_id, e.kind, e.on_date, e.detail
      from event e left join counted_in y using (case_id)
     where case when y.year is null then e.kind in ('returned', 'declined', 'withdrawn')
                else e.kind = 'concluded' and e.year = y.year end
     order by e.case_id, e.on_date desc, e.id desc
  ),
  answer as (
    select distinct on (e.case_id) e.case_id, fact_adoption(e.detail) as adoption
      from event e join outcome o on o.case_id = e.case_id and o.kind = 'concluded'
     where e.kind = 'adopted' and fact_round(e.detail) is not distinct from fact_round(o.detail)
     order by e.case_id, e.on_date desc, e.id desc
  ),
  course as (
    select case_id, coalesce(min(on_date) filter (where kind = 'received'), min(on_date)) as received_on,
           min(on_date) filter (where kind = 'accepted') as accepted_on,
           max(on_date) filter (where kind = 'concluded') as concluded_on,
           max(on_date) filter (where kind = 'filed') as filed_on,
           (array_agg(fact_conclusion(detail) order by on_date desc, id desc)
              filter (where kind = 'concluded'))[1] as conclusion,
           (array_agg(fact_reason(detail) order by on_date desc, id desc)
              filter (where kind in ('returned', 'declined', 'withdrawn')))[1] as reason,
           coalesce(array_agg(kind) filter (where fact_undated(detail)), '{}') as undated
      from event group by case_id
  ),
  reported as (
    select c.id, c.org_id, c.org_path, c.category, c.title,
           c.stored -> 'context' -> 'fields' ->> 'submittingUnit' as unit, r.received_on, r.accepted_on, r.concluded_on,
           r.filed_on, o.kind as outcome, o.on_date as ended_on, r.conclusion, n.text as number,
           coalesce(p.reviewers, array_remove(array[v.record ->> 'reviewer'], null)) as reviewers,
           coalesce(p.advisers, array_remove(array[v.record ->> 'adviser'], null)) as advisers,
           coalesce(r.reason, v.record ->> 'note') as reason,
           case when o.kind = 'concluded' and not c.recorded then coalesce(a.adoption, 'pending') end as adoption,
           coalesce(fact_overdue(o.detail), false) as overdue,
           coalesce(fact_urgent(o.detail), false) as urgent, k.days, c.version, c.recorded, r.undated
      from review_case c join course r on r.case_id = c.id left join outcome o on o.case_id = c.id
           left join answer a on a.case_id = c.id
           cross join lateral (select case when c.recorded then c.stored -> 'context' -> 'record' end as record) v
           left join lateral (
             select array_agg(distinct by_name) filter (where act = 'reviewer') as reviewers,
                    array_agg(distinct by_name) filter (where act = 'adviser') as advisers
               from opinion where case_id = c.id) p on true
           left join lateral (
             select d.text from document_number d
              where d.case_id = c.id and d.purpose = '审查意见书' and d.void_reason is null
              order by d.taken_at desc, d.year desc, d.number desc limit 1) n on true
           left join lateral (
             select (l.state ->> 'usedBefore')::int as days from clock l
              where l.case_id = c.id and o.kind = 'concluded' and l.key = 'review'
                and l.state ->> 'endedOn' <= o.on_date::text and l.state -> 'limit' ->> 'unit' = 'workday'
              order by l.run desc limit 1) k on true
  )
  insert into register_entry (case_id, org_id, org_path, category, title, unit, received_on, accepted_on, concluded_on,
                              filed_on, outcome, ended_on, conclusion, number, reviewers, advisers, reason, adoption,
                              overdue, urgent, days, search, version, recorded, undated)
  select id, org_id, org_path, category, title, unit, received_on, accepted_on, concluded_on, filed_on, outcome, ended_on,
         conclusion, number, reviewers, advisers, reason, adoption, overdue, urgent, days,
         concat_ws(' ', title, unit, number, array_to_string(reviewers, ' '), array_to_string(advisers, ' '), reason),
         version, recorded, undated
    from reported
  on conflict (case_id) do update
    set title = excluded.title, unit = excluded.unit, received_on = excluded.received_on,
        accepted_on = excluded.accepted_on, concluded_on = excluded.concluded_on, filed_on = excluded.filed_on,
        outcome = excluded.outcome, ended_on = excluded.ended_on, conclusion = excluded.conclusion,
        number = excluded.number, reviewers = excluded.reviewers, advisers = excluded.advisers, reason = excluded.reason,
        adoption = excluded.adoption, overdue = excluded.overdue, urgent = excluded.urgent, days = excluded.days,
        search = excluded.search, version = excluded.version, recorded = excluded.recorded,
        undated = excluded.undated
$$;

-- Runs at the end of the transaction, when facts, opinions and numbers are written; once for any number of events.
create or replace function register_committed() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if not exists (select from register_entry e join review_case c on c.id = e.case_id
                  where e.case_id = new.case_id and e.version = c.version) then
    perform register_cases(array[new.case_id]);
  end if;
  return null;
end $$;

-- A void number no longer belongs to the case.
create or replace function register_voided() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform register_cases(array[new.case_id]);
  return null;
end $$;

-- register_found: the entries that a search finds. Runs with the owner's rights, because the trigram index is not used
-- under row-level security; therefore the function checks itself which entries the caller may see.
--   p_text   at least three characters; the wildcards of LIKE have no special meaning
--   p_paths  paths of the organisations to search
--   p_most   maximum number of entries: with more hits, reading in order is cheaper
create or replace function register_found(p_text text, p_paths text[], p_most int) returns setof uuid language sql stable
  security definer set search_path = public, pg_temp as $$
  select case_id from register_entry
   where search ilike '%' || regexp_replace(p_text, '([\\%_])', '\\\1', 'g') || '%'
     and org_path = any (p_paths) and sees_org(org_path)
   limit p_most
$$;

revoke execute on function register_cases, register_found from public;
grant execute on function register_found to lawgate_app;
