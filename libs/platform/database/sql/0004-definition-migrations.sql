-- Migrations of open cases between versions of a category, as administrators ordered them. The worker carries them out, one
-- commit a case.
create table definition_migration (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  key text not null,
  from_version int not null,
  to_version int not null,
  -- Null where the caller gave none.
  reason text check (length(reason) between 1 and 500),
  ordered_by uuid not null,
  ordered_by_name text not null,
  ordered_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  finished_at timestamptz,
  unique (id, org_path),
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (ordered_by, org_path) references person (id, org_path)
);
-- Two orders for one category at once do not both run.
create unique index definition_migration_open on definition_migration (org_id, key) where state in ('waiting', 'running');
create index definition_migration_list on definition_migration (org_path, key, ordered_at desc, id desc);

-- The cases that were open when the work began, and what became of each. Names of states, tasks and clocks; no text of a case.
create table definition_migration_case (
  migration_id uuid not null,
  case_id uuid not null,
  org_path text not null,
  -- left: ended, or left the version by another way, before its turn came.
  outcome text not null default 'waiting' check (outcome in ('waiting', 'migrated', 'kept', 'left')),
  stage text not null,
  to_stage text,
  -- [{part: 'state' | 'context' | 'task' | 'clock', text}]
  changes jsonb not null default '[]',
  -- [{rule, message}]
  refusals jsonb not null default '[]',
  primary key (migration_id, case_id),
  foreign key (migration_id, org_path) references definition_migration (id, org_path),
  foreign key (case_id, org_path) references review_case (id, org_path)
);

grant select on definition_migration, definition_migration_case to lawgate_app, lawgate_worker;
grant insert on definition_migration to lawgate_app;
grant update (state, finished_at) on definition_migration to lawgate_worker;
grant insert on definition_migration_case to lawgate_worker;
grant update (outcome, stage, to_stage, changes, refusals) on definition_migration_case to lawgate_worker;
-- The page of versions shows the hash by which each is recognised.
grant select on definition_version to lawgate_app;
