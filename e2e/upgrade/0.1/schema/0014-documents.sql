-- What is known of a document beside its bytes: its text, whether it was scanned for viruses, who has looked at it, and
-- how two of them differ.

create extension if not exists pg_trgm;

-- The round in which it was handed in; versions count on over all rounds.
alter table document add column round int not null default 1;
alter table document add column scan text not null default 'not-scanned' check (scan in ('not-scanned', 'clean', 'infected'));
-- What was found, by the scanner's name for it.
alter table document add column scan_finding text;
alter table document add column scanned_at timestamptz;
alter table document add constraint document_id_case_path_key unique (id, case_id, org_path);
create index document_unscanned on document (uploaded_at, id) where scan = 'not-scanned';
-- The cleaner asks by content.
create index document_content on document (sha256);
create index register_import_content on register_import (file_hash);
grant update (scan, scan_finding, scanned_at) on document to lawgate_worker;

-- A row waits from the upload on; the worker fills it. Documents that hold no text by their type have none.
create table document_text (
  document_id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'no-text', 'failed')),
  -- Why it failed: encrypted, damaged, too-large, too-slow.
  code text check ((state = 'failed') = (code is not null)),
  -- How often it was begun: what takes the process down is not begun for ever.
  attempts int not null default 0,
  characters int,
  pages int,
  -- Paragraphs, one a line.
  text text,
  insertions int not null default 0,
  deletions int not null default 0,
  macros boolean not null default false,
  external_links int not null default 0,
  queued_at timestamptz not null,
  read_at timestamptz,
  foreign key (document_id, case_id, org_path) references document (id, case_id, org_path)
);
create index document_text_pending on document_text (queued_at, document_id) where state = 'pending';
create index document_text_case on document_text (case_id);
create index document_text_search on document_text using gin (text gin_trgm_ops) where state = 'done';

create function queue_document_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into document_text (document_id, case_id, org_path, queued_at)
  values (new.id, new.case_id, new.org_path, new.uploaded_at);
  return null;
end $$;
create trigger document_text_queued after insert on document for each row
  when (new.media_type in ('application/pdf', 'application/msword', 'application/wps-office.wps', 'text/plain', 'text/markdown',
                           'application/vnd.openxmlformats-officedocument.wordprocessingml.document'))
  execute function queue_document_text();
insert into document_text (document_id, case_id, org_path, queued_at)
select id, case_id, org_path, uploaded_at from document
 where media_type in ('application/pdf', 'application/msword', 'application/wps-office.wps', 'text/plain', 'text/markdown',
                      'application/vnd.openxmlformats-officedocument.wordprocessingml.document');

-- Who has looked at what, and when. Never changed.
create table document_access (
  id uuid primary key,
  document_id uuid not null,
  case_id uuid not null,
  org_path text not null,
  person_id uuid not null references person (id),
  person_name text not null,
  what text not null check (what in ('download', 'read', 'text', 'comparison')),
  at timestamptz not null,
  foreign key (document_id, case_id, org_path) references document (id, case_id, org_path)
);
create index document_access_case on document_access (case_id, at desc, id desc);
create trigger document_access_append_only before update or delete or truncate on document_access
  for each statement execute function refuse_change();

-- Two documents of a case side by side; the worker fills it.
create table comparison (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  left_id uuid not null,
  right_id uuid not null,
  state text not null default 'pending' check (state in ('pending', 'done', 'failed')),
  code text check ((state = 'failed') = (code is not null)),
  attempts int not null default 0,
  -- text: by what is written · pages: one of them is a scan, so that only pages can be counted
  basis text check (basis in ('text', 'pages')),
  -- How many hunks differ; of pages, by how many the two differ.
  differences int,
  -- [{left: index|null, right: index|null, spans: [{kind: same|removed|added, text}]}]
  hunks jsonb,
  left_pages int,
  right_pages int,
  asked_by uuid not null references person (id),
  asked_at timestamptz not null,
  finished_at timestamptz,
  foreign key (left_id, case_id, org_path) references document (id, case_id, org_path),
  foreign key (right_id, case_id, org_path) references document (id, case_id, org_path),
  -- The same question has the same answer.
  unique (left_id, right_id)
);
create index comparison_case on comparison (case_id, asked_at desc, id desc);
create index comparison_pending on comparison (asked_at, id) where state = 'pending';

-- The index of audio and video records (执法音像记录): append-only, a wrong entry is voided and a right one made beside it.
create table recording (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  -- One of the stages that the case's definition names.
  stage text not null,
  device text not null,
  officer text not null,
  started_at timestamptz not null,
  ended_at timestamptz not null check (ended_at > started_at),
  file_name text not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
  -- Where the file itself was handed in.
  document_id uuid,
  shows text not null,
  entered_by uuid not null references person (id),
  entered_by_name text not null,
  entered_at timestamptz not null,
  -- The caller's idempotency key and what it was used for: the same click twice makes one entry.
  request_key text,
  request_hash text,
  unique (case_id, entered_by, request_key),
  unique (id, case_id, org_path),
  foreign key (case_id, org_path) references review_case (id, org_path),
  foreign key (document_id, case_id, org_path) references document (id, case_id, org_path)
);
create index recording_case on recording (case_id, started_at, id);
create index recording_content on recording (sha256);
create table recording_void (
  recording_id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  reason text not null,
  voided_by uuid not null references person (id),
  voided_by_name text not null,
  voided_at timestamptz not null,
  foreign key (recording_id, case_id, org_path) references recording (id, case_id, org_path)
);
create trigger recording_append_only before update or delete or truncate on recording
  for each statement execute function refuse_change();
create trigger recording_void_append_only before update or delete or truncate on recording_void
  for each statement execute function refuse_change();

grant select on document_text, document_access, comparison, recording, recording_void to lawgate_app, lawgate_worker;
grant insert on document_access, comparison, recording, recording_void to lawgate_app;
grant update (state, code, attempts, characters, pages, text, insertions, deletions, macros, external_links, read_at)
  on document_text to lawgate_worker;
grant update (state, code, attempts, basis, differences, hunks, left_pages, right_pages, finished_at)
  on comparison to lawgate_worker;

-- readable_cases: the cases whose documents an adviser may open. His part begins with his task and ends when the opinion
-- letter of that round is signed: from then on he sees the case, his own opinion and what became of it, but no document.
create function readable_cases() returns setof uuid language sql stable security definer parallel safe
set search_path = public, pg_temp as $$
  select a.case_id from case_access a
   where a.person_id = nullif(current_setting('lawgate.person', true), '')::uuid and a.revoked_at is null
     and (exists (select from task t where t.case_id = a.case_id and t.status = 'open'
                     and (t.holder = a.person_id
                          or exists (select from stand_in s where s.person_id = t.holder and s.stand_in_id = a.person_id)))
          or exists (select from opinion o where o.case_id = a.case_id and o.by_person = a.person_id and o.act = 'adviser'
                        and not exists (select from opinion d where d.case_id = o.case_id and d.act = 'director'
                                                                and d.round >= o.round)))
$$;
revoke execute on function readable_cases from public;
grant execute on function readable_cases to lawgate_app, lawgate_worker;

drop policy document_read on document;
create policy document_read on document for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));

do $$
declare t text;
begin
  foreach t in array array['document_text', 'document_access', 'comparison', 'recording', 'recording_void'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;
create policy document_text_read on document_text for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));
create policy comparison_read on comparison for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));
create policy recording_read on recording for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));
create policy recording_insert on recording for insert to lawgate_app with check (own_org(org_path));
create policy recording_void_read on recording_void for select to lawgate_app
  using (sees_org(org_path)
         or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases())));
create policy recording_void_insert on recording_void for insert to lawgate_app with check (own_org(org_path));
create policy comparison_insert on comparison for insert to lawgate_app with check (own_org(org_path));
-- Looking is logged also of the county, which writes nothing else into a town.
create policy document_access_read on document_access for select to lawgate_app using (sees_org(org_path));
create policy document_access_insert on document_access for insert to lawgate_app
  with check (is_person(person_id)
              and (sees_org(org_path)
                   or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select readable_cases()))));

-- search_documents: documents in whose text something is found, the newest first. With the owner's rights, as the index
-- on the text cannot be asked below row-level security; so it asks itself whose the documents are.
--   p_like      the pattern of LIKE
--   p_before    uploaded_at of the last one of the page before, or null
--   p_before_id its id
--   p_limit     how many
create function search_documents(p_like text, p_before timestamptz, p_before_id uuid, p_limit int)
returns table (document_id uuid, case_id uuid, title text, category text, kind text, name text, version int, round int,
               uploaded_at timestamptz, text text)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.case_id, c.title, c.category, d.kind, d.name, d.version, d.round, d.uploaded_at, t.text
    from document_text t join document d on d.id = t.document_id join review_case c on c.id = d.case_id
   where t.state = 'done' and t.text ilike p_like and d.scan <> 'infected'
     and (sees_org(t.org_path)
          or (current_setting('lawgate.scope', true) = 'assigned' and t.case_id in (select readable_cases())))
     and (p_before is null or (date_trunc('milliseconds', d.uploaded_at), d.id) < (p_before, p_before_id))
   order by date_trunc('milliseconds', d.uploaded_at) desc, d.id desc limit p_limit
$$;

-- contents_in_use: which of these contents some row refers to. Whoever keeps content writes its SHA-256 into a text
-- column named sha256, …_sha256 or file_hash: all of them are asked, also those of tables that are made later.
--   p_contents  SHA-256, hexadecimal
create function contents_in_use(p_contents text[]) returns setof text language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare place record;
begin
  for place in
    select c.table_name, c.column_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'character varying')
       and (c.column_name = 'sha256' or c.column_name like '%\_sha256' or c.column_name = 'file_hash')
  loop
    return query execute format('select distinct %I::text from %I where %I = any($1)',
                                place.column_name, place.table_name, place.column_name) using p_contents;
  end loop;
end $$;
revoke execute on function search_documents, contents_in_use from public;
grant execute on function search_documents to lawgate_app;
grant execute on function contents_in_use to lawgate_worker;
