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
