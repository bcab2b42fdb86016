-- Papers (文书): the bytes of each are fixed once, at the event that made it; and the templates by which a town sets them.

-- Append-only. The bytes are in the content store under sha256; what is printed later is those bytes.
create table paper (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  case_id uuid not null,
  -- As the category's definition calls it, such as opinion-letter.
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,63}$'),
  title text not null,
  number_text text,
  round int not null check (round >= 1),
  -- The history row that caused it.
  cause_seq int not null,
  -- Key and version of the template in force at the commit; version 0 is the one that ships with the program.
  template_key text not null,
  template_version int not null check (template_version >= 0),
  media_type text not null,
  size bigint not null check (size > 0),
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  -- Who signed what the paper says: the actor of the cause. Null for the engine's own hand.
  signed_by uuid references person (id),
  signed_by_name text,
  made_at timestamptz not null,
  -- A second delivery of one order finds the paper made. The path is the case's, so the key is as unique as the case.
  unique (case_id, org_path, kind, cause_seq),
  unique (id, case_id, org_path),
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (case_id, org_path) references review_case (id, org_path),
  foreign key (case_id, cause_seq) references history (case_id, seq)
);
-- Orders that wait are listed with the papers of their case.
create index outbox_papers on outbox (case_id) where kind = 'paper' and delivered_at is null;

-- Who read which paper, append-only.
create table paper_reading (
  id uuid primary key,
  org_path text not null,
  case_id uuid not null,
  paper_id uuid not null,
  person_id uuid not null references person (id),
  person_name text not null,
  format text not null check (format in ('docx', 'pdf')),
  read_at timestamptz not null,
  foreign key (paper_id, case_id, org_path) references paper (id, case_id, org_path)
);
create index paper_reading_paper on paper_reading (paper_id, read_at);

-- A town's own templates, append-only: a version once uploaded stays, since papers name it.
create table paper_template (
  org_id uuid not null,
  org_path text not null,
  kind text not null check (kind ~ '^[a-z][a-z0-9-]{0,63}$'),
  version int not null check (version >= 1),
  file_name text not null,
  size bigint not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  sm3 text not null check (sm3 ~ '^[0-9a-f]{64}$'),
  placeholders jsonb not null,
  uploaded_by uuid not null references person (id),
  uploaded_by_name text not null,
  uploaded_at timestamptz not null,
  primary key (org_id, org_path, kind, version),
  foreign key (org_id, org_path) references organisation (id, path)
);

-- Which version is in force from when, append-only: the latest choice at or before a commit counts for its papers.
create table paper_template_choice (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  kind text not null,
  -- 0 goes back to the one that ships with the program.
  version int not null check (version >= 0),
  reason text not null check (length(reason) between 1 and 500),
  chosen_by uuid not null references person (id),
  chosen_by_name text not null,
  chosen_at timestamptz not null,
  foreign key (org_id, org_path) references organisation (id, path)
);
create index paper_template_choice_latest on paper_template_choice (org_id, kind, chosen_at desc, id desc);

-- A voided number keeps who voided it and when, beside its reason.
alter table document_number add column id uuid not null default gen_random_uuid();
alter table document_number add constraint document_number_id unique (id, org_path);
alter table document_number add column voided_by uuid references person (id);
alter table document_number add column voided_by_name text;
alter table document_number add column voided_at timestamptz;
alter table document_number add constraint document_number_void_whole
  check (void_reason is null or (length(void_reason) between 1 and 500));
grant update (void_reason, voided_by, voided_by_name, voided_at) on document_number to lawgate_app;

grant select on paper, paper_reading, paper_template, paper_template_choice to lawgate_app, lawgate_worker;
grant insert on paper to lawgate_worker;
grant insert on paper_reading, paper_template, paper_template_choice to lawgate_app;

do $$
declare t text; assigned text;
begin
  -- Papers are seen with their case.
  foreach t in array array['paper', 'paper_reading'] loop
    assigned := format('(current_setting(''lawgate.scope'', true) = ''assigned'' and %I.case_id in (select assigned_cases()))', t);
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select to lawgate_app using (sees_org(org_path) or %s)', t || '_read', t, assigned);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
  -- Templates are the organisation's own; an administrator keeps them and reads no case.
  foreach t in array array['paper_template', 'paper_template_choice'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select to lawgate_app using (current_setting(''lawgate.scope'', true) in (''organisation'', ''assigned'', ''none'') and org_path = current_setting(''lawgate.org_path'', true))', t || '_read', t);
    execute format('create policy %I on %I for insert to lawgate_app with check (current_setting(''lawgate.scope'', true) in (''organisation'', ''none'') and org_path = current_setting(''lawgate.org_path'', true))', t || '_insert', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
  foreach t in array array['paper', 'paper_reading', 'paper_template', 'paper_template_choice'] loop
    execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
                   t || '_append_only', t);
  end loop;
end $$;
-- Whoever sees a paper leaves his name, a county above as well.
create policy paper_reading_insert on paper_reading for insert to lawgate_app
  with check (is_person(person_id) and (sees_org(org_path)
    or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases()))));
