-- The ledger of what happens all year besides reviews, and the years that were frozen.

-- What an organisation changed of a kind that ships with the program, or a kind of its own.
create table indicator_kind (
  org_id uuid not null,
  org_path text not null,
  key text not null check (key ~ '^[a-z][a-z0-9-]{0,63}$'),
  label text not null,
  unit text not null,
  -- 'sum': the numbers of the year add up; 'standing': the last entry of the year is the figure of its end.
  mode text not null check (mode in ('sum', 'standing')),
  section text not null,
  synonyms text[] not null,
  expected text check (expected in ('quarter')),
  active boolean not null,
  changed_by uuid not null references person (id),
  changed_at timestamptz not null,
  primary key (org_id, org_path, key),
  foreign key (org_id, org_path) references organisation (id, path)
);

-- Append-only: a wrong entry is voided, with a reason, and a right one made beside it.
create table indicator_entry (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  kind text not null,
  on_date date not null,
  -- Follows from on_date; every question about the ledger is one about a year.
  year int not null generated always as (extract(year from on_date)::int) stored,
  number int not null check (number between 0 and 100000000),
  note text not null check (length(note) <= 500),
  entered_by uuid not null references person (id),
  entered_by_name text not null,
  entered_at timestamptz not null,
  -- The caller's idempotency key and what it was used for: the same click twice makes one entry.
  request_key text,
  request_hash text,
  unique (org_id, org_path, entered_by, request_key),
  unique (id, org_path),
  foreign key (org_id, org_path) references organisation (id, path)
);
create index indicator_entry_list on indicator_entry (org_path text_pattern_ops, year, kind, on_date, id);

create table indicator_void (
  entry_id uuid not null,
  org_path text not null,
  reason text not null check (length(reason) between 1 and 500),
  voided_by uuid not null references person (id),
  voided_by_name text not null,
  voided_at timestamptz not null,
  -- The path of an entry is one, so the pair is as unique as the entry; a row under a false path is refused as false.
  primary key (entry_id, org_path),
  foreign key (entry_id, org_path) references indicator_entry (id, org_path)
);

-- That a quarter is empty is said once for each kind.
create table indicator_reminder (
  org_id uuid not null,
  org_path text not null,
  kind text not null,
  year int not null,
  quarter int not null check (quarter between 1 and 4),
  told_at timestamptz not null,
  primary key (org_id, org_path, kind, year, quarter),
  foreign key (org_id, org_path) references organisation (id, path)
);

-- Years that a worker of this installation lived through: only these are frozen without anybody's doing.
create table year_lived (
  year int primary key,
  first_seen_at timestamptz not null
);

-- One row for each revision of a town's frozen year; the first has no reason. Append-only.
create table annual_freeze (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  year int not null check (year between 2000 and 2100),
  revision int not null check (revision >= 1),
  reason text check (length(reason) between 1 and 500),
  -- Null: the system, at the turn of the year.
  frozen_by uuid references person (id),
  frozen_by_name text not null,
  frozen_at timestamptz not null,
  -- SHA-256 over the rows of annual_case, in the order of their cases.
  digest text not null,
  check ((revision = 1) = (reason is null)),
  -- This is what makes a year be frozen once, however many workers and people try.
  unique (org_id, org_path, year, revision),
  unique (id, org_path),
  foreign key (org_id, org_path) references organisation (id, path)
);
create index annual_freeze_place on annual_freeze (org_path text_pattern_ops, year, revision);

-- The book of a frozen year, a row for each case: every figure is a count of these rows, and its list shows them.
create table annual_case (
  freeze_id uuid not null,
  org_path text not null,
  case_id uuid not null,
  category text not null,
  title text not null,
  first_on date not null,
  received_on date,
  accepted_on date,
  outcome text,
  outcome_on date,
  received boolean not null,
  accepted boolean not null,
  concluded boolean not null,
  returned boolean not null,
  declined boolean not null,
  withdrawn boolean not null,
  supplements boolean not null,
  filed boolean not null,
  filed_on_time boolean not null,
  overdue boolean not null,
  urgent boolean not null,
  adviser_participation boolean not null,
  carried_in boolean not null,
  carried_out boolean not null,
  conclusion text,
  adoption text,
  problems int,
  days int,
  primary key (freeze_id, case_id, org_path),
  foreign key (freeze_id, org_path) references annual_freeze (id, org_path),
  foreign key (case_id, org_path) references review_case (id, org_path)
);

create trigger indicator_entry_append_only before update or delete or truncate on indicator_entry
  for each statement execute function refuse_change();
create trigger indicator_void_append_only before update or delete or truncate on indicator_void
  for each statement execute function refuse_change();
create trigger annual_freeze_append_only before update or delete or truncate on annual_freeze
  for each statement execute function refuse_change();
create trigger annual_case_append_only before update or delete or truncate on annual_case
  for each statement execute function refuse_change();

grant select on indicator_kind, indicator_entry, indicator_void, indicator_reminder, year_lived, annual_freeze, annual_case
  to lawgate_app, lawgate_worker;
grant insert on indicator_kind, indicator_entry, indicator_void, annual_freeze, annual_case to lawgate_app;
grant update (label, unit, mode, section, synonyms, expected, active, changed_by, changed_at) on indicator_kind to lawgate_app;
grant insert on indicator_reminder, year_lived, annual_freeze, annual_case to lawgate_worker;

do $$
declare t text;
begin
  foreach t in array array['indicator_entry', 'indicator_void', 'indicator_reminder', 'annual_freeze', 'annual_case'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select to lawgate_app using (sees_org(org_path))', t || '_read', t);
    execute format('create policy %I on %I for insert to lawgate_app with check (own_org(org_path))', t || '_insert', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;
-- Kinds hold nothing of a case; the administrator, who sees no case, keeps them.
alter table indicator_kind enable row level security;
create policy indicator_kind_read on indicator_kind for select to lawgate_app
  using (sees_org(org_path) or of_own_org(org_path));
create policy indicator_kind_insert on indicator_kind for insert to lawgate_app with check (of_own_org(org_path));
create policy indicator_kind_update on indicator_kind for update to lawgate_app
  using (of_own_org(org_path)) with check (of_own_org(org_path));
create policy indicator_kind_worker on indicator_kind to lawgate_worker using (true) with check (true);

-- indicator_in_use: whether the own organisation has entries of a kind. The administrator, who may not read the ledger,
-- needs to know this much of it before he changes how a kind counts.
--   p_kind  key of the kind
create function indicator_in_use(p_kind text) returns boolean language sql stable security definer
  set search_path = public, pg_temp as $$
  select exists (select from indicator_entry e where of_own_org(e.org_path) and e.kind = p_kind)
$$;
revoke execute on function indicator_in_use from public;
grant execute on function indicator_in_use to lawgate_app;
