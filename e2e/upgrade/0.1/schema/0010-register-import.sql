-- Import of past registers (台账): the file, its lines with what became of each, and how a town's headings are read.
-- All of it belongs to one organisation and is seen by that organisation only, not by the one above it.

create table register_import (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  file_name text not null,
  size bigint not null,
  -- SHA-256 of the file: the evidence that every case made from it bears.
  file_hash text not null,
  -- SM3 of the same bytes, as documents have both.
  file_sm3 text not null,
  format text not null check (format in ('csv', 'xlsx')),
  encoding text not null,
  sheet text,
  -- The last line of the heading; null where none was recognised.
  header_line int,
  headings jsonb not null,
  -- {columns: {field: index}, defaults: {field: text}}
  mapping jsonb not null,
  remembered boolean not null,
  state text not null check (state in ('draft', 'running', 'done')),
  -- Goes up with every change of the mapping: a check of the lines belongs to one version of it.
  version int not null default 1,
  created_by uuid not null,
  created_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (created_by, org_path) references person (id, org_path),
  unique (id, org_id, org_path)
);
create index register_import_list on register_import (org_id, created_at desc, id desc);
create index register_import_running on register_import (started_at) where state = 'running';

create table register_import_line (
  import_id uuid not null,
  line int not null,
  org_id uuid not null,
  org_path text not null,
  cells jsonb not null,
  -- above: over the heading · add, skip, refuse: what a run would do · added: there is a case
  state text not null check (state in ('above', 'add', 'skip', 'refuse', 'added')),
  -- [{column, code, message}], in words
  problems jsonb not null default '[]',
  -- What makes a row the same in any file: SHA-256 of its number, name and dates.
  row_key text,
  case_id uuid references review_case (id),
  primary key (import_id, line),
  foreign key (import_id, org_id, org_path) references register_import (id, org_id, org_path) on delete cascade,
  check ((state = 'added') = (case_id is not null))
);
create index register_import_line_state on register_import_line (import_id, state, line);
-- One row becomes one case, in whichever file it comes again, and whoever runs two files at once.
create unique index register_import_line_once on register_import_line (org_id, row_key) where state = 'added';

-- How the headings of a town's files are read, by SHA-256 of the headings in their order.
create table register_mapping (
  org_id uuid not null,
  org_path text not null,
  headings_key text not null,
  mapping jsonb not null,
  updated_at timestamptz not null,
  primary key (org_id, headings_key),
  foreign key (org_id, org_path) references organisation (id, path)
);

grant select on register_import, register_import_line, register_mapping to lawgate_app, lawgate_worker;
grant insert on register_import, register_import_line, register_mapping to lawgate_app;
grant update (header_line, headings, mapping, remembered, state, version, started_at) on register_import to lawgate_app;
grant update (state, problems, row_key) on register_import_line to lawgate_app;
grant update (mapping, updated_at) on register_mapping to lawgate_app;
grant update (state, finished_at) on register_import to lawgate_worker;
grant update (state, problems, row_key, case_id) on register_import_line to lawgate_worker;

do $$
declare t text;
begin
  foreach t in array array['register_import', 'register_import_line', 'register_mapping'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to lawgate_app using (own_org(org_path)) with check (own_org(org_path))',
                   t || '_own', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;

-- past_person: who stands in the history of a replayed case. A person of the organisation where exactly one bears the
-- name and has the role; else one who is kept under the register's name, can never log in and is offered nowhere.
--   p_org   the organisation
--   p_role  the part that the person has in the case
--   p_name  as the register writes it
--   p_at    when the person is entered, where he has to be
create function past_person(p_org uuid, p_role text, p_name text, p_at timestamptz)
returns uuid language plpgsql security definer set search_path = public, pg_temp as $$
declare v_found uuid[]; v_id uuid;
begin
  select array_agg(p.id) into v_found from person p
   where p.org_id = p_org and p.active and p.name = p_name and p.roles @> array[p_role];
  if cardinality(v_found) = 1 then return v_found[1]; end if;
  -- Two imports that meet the same name enter it once.
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
