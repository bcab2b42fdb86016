-- Templates of the annual report, the register as rows, and its saved views.

-- One row for each version of a town's template; what was taken back is a version again. Append-only. A template is
-- small and written some times a year: it is kept here, where a backup and row-level security find it.
create table report_template (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  -- 0 is the one that ships with the program and has no row.
  version int not null check (version >= 1),
  name text not null check (length(name) between 1 and 200),
  size int not null,
  sha256 text not null,
  content bytea not null check (octet_length(content) <= 4194304),
  restored_from int,
  uploaded_by uuid not null references person (id),
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  unique (org_id, org_path, version),
  foreign key (org_id, org_path) references organisation (id, path)
);
create trigger report_template_append_only before update or delete or truncate on report_template
  for each statement execute function refuse_change();

grant select on report_template to lawgate_app, lawgate_worker;
grant insert on report_template to lawgate_app;
alter table report_template enable row level security;
create policy report_template_read on report_template for select to lawgate_app using (sees_org(org_path));
create policy report_template_insert on report_template for insert to lawgate_app with check (own_org(org_path));
create policy report_template_worker on report_template to lawgate_worker using (true) with check (true);

-- The register (台账), a row for each case that was received: what its grid shows and what statistics count. It follows
-- from facts, opinions and numbers, and is written anew by the commit of every event, so that it never lags behind.
create table register_entry (
  case_id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  category text not null,
  title text not null,
  unit text,
  -- The first day that the books know of it.
  received_on date not null,
  accepted_on date,
  -- The last letter.
  concluded_on date,
  filed_on date,
  -- How and when it ended in the books: with the last letter of the first year that has one, else with the last of its
  -- other outcomes (`live.sql` of the reports says the same). Null while it is open.
  outcome text check (outcome in ('concluded', 'returned', 'declined', 'withdrawn')),
  ended_on date,
  conclusion text,
  number text,
  -- Names of those who gave an opinion.
  reviewers text[] not null,
  advisers text[] not null,
  reason text,
  -- What the unit answered to the letter; 'pending' has not answered yet, null has no letter.
  adoption text,
  overdue boolean not null,
  urgent boolean not null,
  -- Working days that the review's clock counted, pauses left out.
  days int,
  -- What a search looks into.
  search text not null,
  -- Of the case: an entry of this version needs no other writing.
  version int not null,
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (case_id, org_path) references review_case (id, org_path)
) with (fillfactor = 70);

grant select on register_entry to lawgate_app, lawgate_worker;
alter table register_entry enable row level security;
create policy register_entry_read on register_entry for select to lawgate_app using (sees_org(org_path));
create policy register_entry_worker on register_entry to lawgate_worker using (true) with check (true);

-- register_cases: writes the entries of cases from what is recorded of them.
--   p_cases  ids; one that has no fact yet is a draft and gets no entry
create function register_cases(p_cases uuid[]) returns void language sql security definer
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
    select distinct on (e.case_id) e.case_id, e.detail ->> 'adoption' as adoption
      from event e join outcome o on o.case_id = e.case_id and o.kind = 'concluded'
     where e.kind = 'adopted' and e.detail -> 'round' is not distinct from o.detail -> 'round'
     order by e.case_id, e.on_date desc, e.id desc
  ),
  course as (
    select case_id, coalesce(min(on_date) filter (where kind = 'received'), min(on_date)) as received_on,
           min(on_date) filter (where kind = 'accepted') as accepted_on,
           max(on_date) filter (where kind = 'concluded') as concluded_on,
           max(on_date) filter (where kind = 'filed') as filed_on,
           (array_agg(detail ->> 'conclusion' order by on_date desc, id desc)
              filter (where kind = 'concluded'))[1] as conclusion,
           (array_agg(detail ->> 'reason' order by on_date desc, id desc)
              filter (where kind in ('returned', 'declined', 'withdrawn')))[1] as reason
      from event group by case_id
  ),
  told as (
    select c.id, c.org_id, c.org_path, c.category, c.title,
           c.stored -> 'context' -> 'fields' ->> 'submittingUnit' as unit, r.received_on, r.accepted_on, r.concluded_on,
           r.filed_on, o.kind as outcome, o.on_date as ended_on, r.conclusion, n.text as number,
           coalesce(p.reviewers, '{}') as reviewers, coalesce(p.advisers, '{}') as advisers, r.reason,
           case when o.kind = 'concluded' then coalesce(a.adoption, 'pending') end as adoption,
           coalesce(o.detail ->> 'overdue' = 'true', false) as overdue,
           coalesce(o.detail ->> 'urgent' = 'true', false) as urgent, k.days, c.version
      from review_case c join course r on r.case_id = c.id left join outcome o on o.case_id = c.id
           left join answer a on a.case_id = c.id
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
                              overdue, urgent, days, search, version)
  select id, org_id, org_path, category, title, unit, received_on, accepted_on, concluded_on, filed_on, outcome, ended_on,
         conclusion, number, reviewers, advisers, reason, adoption, overdue, urgent, days,
         concat_ws(' ', title, unit, number, array_to_string(reviewers, ' '), array_to_string(advisers, ' '), reason),
         version
    from told
  on conflict (case_id) do update
    set title = excluded.title, unit = excluded.unit, received_on = excluded.received_on,
        accepted_on = excluded.accepted_on, concluded_on = excluded.concluded_on, filed_on = excluded.filed_on,
        outcome = excluded.outcome, ended_on = excluded.ended_on, conclusion = excluded.conclusion,
        number = excluded.number, reviewers = excluded.reviewers, advisers = excluded.advisers, reason = excluded.reason,
        adoption = excluded.adoption, overdue = excluded.overdue, urgent = excluded.urgent, days = excluded.days,
        search = excluded.search, version = excluded.version
$$;
revoke execute on function register_cases from public;

-- At the end of the transaction, when facts, opinions and numbers are there; once for however many events it holds.
create function register_committed() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  if not exists (select from register_entry e join review_case c on c.id = e.case_id
                  where e.case_id = new.case_id and e.version = c.version) then
    perform register_cases(array[new.case_id]);
  end if;
  return null;
end $$;
create constraint trigger case_registered after insert on history deferrable initially deferred
  for each row execute function register_committed();

-- A number that is void is the case's no more.
create function register_voided() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  perform register_cases(array[new.case_id]);
  return null;
end $$;
create trigger number_voided after update of void_reason on document_number
  for each row execute function register_voided();

select register_cases(array_agg(id)) from review_case;

create index register_entry_list on register_entry (org_path, received_on desc, case_id desc);
create index register_entry_all on register_entry (received_on desc, case_id desc);
create index register_entry_concluded on register_entry (org_path, concluded_on desc nulls last, case_id desc);
create index register_entry_ended on register_entry (org_path, ended_on, outcome);
-- Cases on the books of more than one year: the year between that has no fact of theirs finds them here.
create index register_entry_across on register_entry (org_path, received_on)
  where ended_on is null or extract(year from ended_on) > extract(year from received_on);
create extension if not exists pg_trgm;
create index register_entry_search on register_entry using gin (search gin_trgm_ops);
-- The facts of one year, however many years there are.
create index fact_of_year on fact (org_path, year, case_id);

-- register_found: the entries that a search finds. With the owner's rights, because the index of trigrams is not used
-- under row-level security; so it looks itself at what the caller sees.
--   p_text   at least three characters; the wildcards of LIKE stand for themselves
--   p_paths  of the organisations that are looked into
--   p_most   no more than so many: who finds more is better off reading in order
create function register_found(p_text text, p_paths text[], p_most int) returns setof uuid language sql stable
  security definer set search_path = public, pg_temp as $$
  select case_id from register_entry
   where search ilike '%' || regexp_replace(p_text, '([\\%_])', '\\\1', 'g') || '%'
     and org_path = any (p_paths) and sees_org(org_path)
   limit p_most
$$;
revoke execute on function register_found from public;
grant execute on function register_found to lawgate_app;

-- How somebody likes to look at the register: kept for himself, or for everybody of his organisation.
create table register_view (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  owner uuid not null,
  owner_name text not null,
  name text not null check (length(name) between 1 and 40),
  shared boolean not null,
  columns text[] not null,
  filters jsonb not null,
  sort text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (owner, org_path) references person (id, org_path)
);
create unique index register_view_name on register_view (org_id, owner, name);

grant select, insert, delete on register_view to lawgate_app;
grant update (name, shared, columns, filters, sort, updated_at) on register_view to lawgate_app;
grant select on register_view to lawgate_worker;
alter table register_view enable row level security;
create policy register_view_read on register_view for select to lawgate_app
  using (own_org(org_path) and (shared or is_person(owner)));
create policy register_view_insert on register_view for insert to lawgate_app
  with check (own_org(org_path) and is_person(owner));
create policy register_view_update on register_view for update to lawgate_app
  using (own_org(org_path) and is_person(owner)) with check (own_org(org_path) and is_person(owner));
create policy register_view_delete on register_view for delete to lawgate_app
  using (own_org(org_path) and is_person(owner));
create policy register_view_worker on register_view to lawgate_worker using (true) with check (true);

-- Where cases wait now. Its condition changes once in a case's life, so that events still write no index.
create index review_case_active on review_case (org_path) where status = 'active';

-- What proves an entry of the ledger: a photograph, a sign-in sheet. Append-only; an entry that is void keeps its papers.
create table indicator_attachment (
  id uuid primary key,
  entry_id uuid not null,
  org_path text not null,
  name text not null,
  size bigint not null,
  sha256 text not null,
  sm3 text not null,
  attached_by uuid not null references person (id),
  attached_by_name text not null,
  attached_at timestamptz not null,
  -- The same file twice is one.
  unique (entry_id, org_path, sha256),
  foreign key (entry_id, org_path) references indicator_entry (id, org_path)
);
create trigger indicator_attachment_append_only before update or delete or truncate on indicator_attachment
  for each statement execute function refuse_change();
grant select on indicator_attachment to lawgate_app, lawgate_worker;
grant insert on indicator_attachment to lawgate_app;
alter table indicator_attachment enable row level security;
create policy indicator_attachment_read on indicator_attachment for select to lawgate_app using (sees_org(org_path));
create policy indicator_attachment_insert on indicator_attachment for insert to lawgate_app with check (own_org(org_path));
create policy indicator_attachment_worker on indicator_attachment to lawgate_worker using (true) with check (true);
