-- Recorded cases (补录): matters of the past that a register tells of. They have what the register says and nothing else.
alter table review_case add column recorded boolean not null default false;
alter table register_entry add column recorded boolean not null default false;
-- Kinds of facts whose day the register does not give; the day that stands for it is that of the last known one.
alter table register_entry add column undated text[] not null default '{}';
alter table annual_case add column recorded boolean not null default false;

-- Rows that the import of an earlier version had generated for a case, as they were: opinions, findings and dates that
-- no register contained. They are kept to be read, and nothing counts them.
create table generated_row (
  case_id uuid not null,
  org_path text not null,
  -- The table that it was in.
  source text not null check (source in ('opinion', 'fact', 'task', 'clock', 'timer', 'case_access')),
  id uuid not null default gen_random_uuid(),
  content jsonb not null,
  taken_back_at timestamptz not null,
  primary key (case_id, id),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
grant select on generated_row to lawgate_app, lawgate_worker;
-- People of a register are names in its words; nobody is added for them any more.
drop function if exists past_person;

-- What the import of an earlier version had replayed is converted by a job: a history row needs a hash that PostgreSQL
-- cannot compute.
insert into job (kind, key, org_id, org_path)
select 'register.conversion', i.id::text, i.org_id, i.org_path from register_import i
 where exists (select from register_import_line l where l.import_id = i.id and l.state = 'added');
