-- Leave and standing in (代理), urging by hand (催办), copies and their receipts (抄送, 已阅).

-- A person's path may not lie either: what refers to a person of an organisation refers to id and path together.
alter table person add constraint person_id_org_path_key unique (id, org_path);

-- Who stands in for whom from from_on to the day before to_on; civil dates of Asia/Shanghai.
create table stand_in (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  person_id uuid not null,
  stand_in_id uuid not null,
  from_on date not null,
  to_on date not null,
  entered_by uuid not null references person (id),
  entered_at timestamptz not null,
  check (from_on < to_on),
  check (person_id <> stand_in_id),
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (person_id, org_path) references person (id, org_path),
  foreign key (stand_in_id, org_path) references person (id, org_path)
);
create index stand_in_person on stand_in (person_id, to_on);
create index stand_in_stand_in on stand_in (stand_in_id, to_on);

create table urge (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  task_id uuid not null references task (id),
  -- The how-manieth of its task. Two clicks at once both find the same last one and want the same number: one gets it.
  seq int not null,
  by_person uuid not null references person (id),
  note text,
  at timestamptz not null,
  unique (task_id, seq),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index urge_case on urge (case_id, at);

create table case_copy (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  person_id uuid not null,
  by_person uuid not null references person (id),
  -- The case as it was copied: one person copies another person one version of a case once.
  version int not null,
  note text,
  at timestamptz not null,
  -- What tells the person; his notification's source is 'outbox:' and this.
  outbox_id uuid not null,
  unique (case_id, person_id, by_person, version),
  foreign key (case_id, org_path) references review_case (id, org_path),
  foreign key (person_id, org_path) references person (id, org_path)
);

grant select on stand_in, urge, case_copy to lawgate_app, lawgate_worker;
grant insert on stand_in, urge, case_copy to lawgate_app;
grant update (to_on), delete on stand_in to lawgate_app;

-- Who stands in for whom is known to everybody of the organisation, as names are; advisers included.
alter table stand_in enable row level security;
create policy stand_in_read on stand_in for select to lawgate_app
  using (current_setting('lawgate.scope', true) in ('organisation', 'assigned')
         and current_setting('lawgate.org_path', true) <> ''
         and org_path ^@ current_setting('lawgate.org_path', true));
create policy stand_in_insert on stand_in for insert to lawgate_app with check (own_org(org_path));
create policy stand_in_update on stand_in for update to lawgate_app using (own_org(org_path)) with check (own_org(org_path));
create policy stand_in_delete on stand_in for delete to lawgate_app using (own_org(org_path));
create policy stand_in_worker on stand_in to lawgate_worker using (true) with check (true);

alter table urge enable row level security;
create policy urge_read on urge for select to lawgate_app
  using (sees_org(org_path) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
create policy urge_insert on urge for insert to lawgate_app with check (own_org(org_path));
create policy urge_worker on urge to lawgate_worker using (true) with check (true);

alter table case_copy enable row level security;
create policy case_copy_read on case_copy for select to lawgate_app
  using (sees_org(org_path) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
create policy case_copy_insert on case_copy for insert to lawgate_app with check (own_org(org_path));
create policy case_copy_worker on case_copy to lawgate_worker using (true) with check (true);

-- stood_in_for: for whom a person stands in now or later, so that a process can remember it; which of it is for today
-- is for the caller's clock to say. Roles are compared at each look-up: who lost a role stands in no longer.
--   p_stand_in  the person who stands in
create function stood_in_for(p_stand_in uuid)
returns table (person uuid, name text, from_on text, to_on text)
language sql stable security definer set search_path = public, pg_temp as $$
  select s.person_id, a.name, s.from_on::text, s.to_on::text
    from stand_in s join person a on a.id = s.person_id join person b on b.id = s.stand_in_id
   where s.stand_in_id = p_stand_in and b.active and b.roles @> a.roles
   order by s.from_on, s.person_id
$$;
-- copy_receipts: who was copied a case, and when each read it. A person's inbox is his own; of it this tells the time
-- of reading one message, to whoever may see the copy.
--   p_case  the case; nothing comes back where the principal of the transaction may not see it
create function copy_receipts(p_case uuid)
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
revoke execute on function stood_in_for, copy_receipts from public;
grant execute on function stood_in_for, copy_receipts to lawgate_app, lawgate_worker;
