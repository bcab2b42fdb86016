-- Proof packs (履职证明包), the refusals that people met, and the archive: pages, hand-overs, and that it stays as it is.

-- Append-only. Written beside the refused transaction, which leaves nothing: an attempt that a rule stopped is a part of
-- what a reviewer may have to prove. The same refusal of the same person at the same version is one row.
create table refusal_met (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  -- Of the case, when it was refused.
  version int not null,
  event text not null,
  -- The rules that refused, in their order, as one text.
  rules text not null,
  -- [{rule, message, citation, overridable}], as they were told.
  refusals jsonb not null,
  by_person uuid not null references person (id),
  by_name text not null,
  at timestamptz not null,
  unique (case_id, org_path, version, event, by_person, rules),
  foreign key (case_id, org_path) references review_case (id, org_path)
);

-- One order: of one case, or of many for an inspection. Seen by the organisation that asked, and by no other.
create table proof_pack (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  -- In the order in which they lie in the pack.
  case_ids uuid[] not null check (cardinality(case_ids) between 1 and 500),
  state text not null default 'ordered' check (state in ('ordered', 'making', 'done', 'failed', 'expired')),
  -- Cases that are in it already.
  done int not null default 0,
  -- Counted when making it begins, so that a pack on which the process dies again and again is given up.
  attempts int not null default 0,
  -- Why it failed, in words.
  problem text,
  size bigint,
  -- Of the content; null again when its time is over, so that the cleaner takes the bytes.
  sha256 text,
  -- SM3 over the list of its files: what the verifier shows, to be compared with this.
  seal text,
  asked_by uuid not null,
  asked_by_name text not null,
  asked_at timestamptz not null,
  made_at timestamptz,
  expires_at timestamptz,
  -- The caller's idempotency key and what it was used for: the same click twice orders one pack.
  request_key text,
  request_hash text,
  check (state <> 'done' or (size is not null and sha256 is not null and seal is not null and expires_at is not null)),
  unique (org_id, org_path, asked_by, request_key),
  unique (id, org_path),
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (asked_by, org_path) references person (id, org_path)
);
create index proof_pack_list on proof_pack (org_path text_pattern_ops, asked_at desc, id desc);
create index proof_pack_waiting on proof_pack (asked_at, id) where state in ('ordered', 'making');
create index proof_pack_expiring on proof_pack (expires_at) where state = 'done';

-- Append-only: who took a pack away, and when.
create table proof_pack_download (
  id uuid primary key,
  pack_id uuid not null,
  org_path text not null,
  person_id uuid not null,
  person_name text not null,
  at timestamptz not null,
  foreign key (pack_id, org_path) references proof_pack (id, org_path),
  foreign key (person_id, org_path) references person (id, org_path)
);
create index proof_pack_download_pack on proof_pack_download (pack_id, at);

-- Append-only: pages as the archivist counted them, where the file itself does not tell. The newest row holds.
create table page_count (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  -- A document or a paper of the case.
  item_id uuid not null,
  pages int not null check (pages between 1 and 100000),
  entered_by uuid not null references person (id),
  entered_by_name text not null,
  entered_at timestamptz not null,
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index page_count_case on page_count (case_id, item_id, entered_at);

-- Append-only: cases that were handed over (移交), as they were when it was done.
create table archive_hand_over (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  receiver text not null check (length(receiver) between 1 and 200),
  note text check (length(note) <= 500),
  cases int not null check (cases between 1 and 500),
  handed_by uuid not null,
  handed_by_name text not null,
  handed_at timestamptz not null,
  request_key text,
  request_hash text,
  unique (org_id, org_path, handed_by, request_key),
  unique (id, org_path),
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (handed_by, org_path) references person (id, org_path)
);
create index archive_hand_over_list on archive_hand_over (org_path text_pattern_ops, handed_at desc, id desc);

create table archive_hand_over_case (
  hand_over_id uuid not null,
  line int not null,
  org_path text not null,
  case_id uuid not null,
  category text not null,
  title text not null,
  -- 文号 of the opinion letter, and the number of the file in the archive.
  number text,
  file_number text,
  archived_on date not null,
  -- Years; 0 is for ever, null where the category says nothing.
  retention int,
  items int not null,
  -- Null where a page count is missing.
  pages int,
  -- The end of the case's chain when it was handed over.
  last_hash text not null,
  primary key (hand_over_id, line, org_path),
  foreign key (hand_over_id, org_path) references archive_hand_over (id, org_path),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index archive_hand_over_case_case on archive_hand_over_case (case_id);

-- A case that has reached its end takes no more documents, whoever would write them. What goes on is the settlement of
-- kept clocks, which is a row of the history like any other.
create function refuse_ended_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from review_case c where c.id = new.case_id and c.status = 'done') then
    raise exception 'the case has ended and is read-only' using errcode = 'LG423';
  end if;
  return new;
end $$;
create trigger document_of_open_case before insert on document for each row execute function refuse_ended_case();

do $$
declare t text;
begin
  foreach t in array array['refusal_met', 'proof_pack_download', 'page_count', 'archive_hand_over', 'archive_hand_over_case'] loop
    execute format('create trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
                   t || '_append_only', t);
  end loop;
end $$;

grant select on refusal_met, proof_pack, proof_pack_download, page_count, archive_hand_over, archive_hand_over_case
  to lawgate_app, lawgate_worker;
grant insert on refusal_met, page_count, archive_hand_over, archive_hand_over_case to lawgate_app;
grant insert (id, org_id, org_path, case_ids, asked_by, asked_by_name, asked_at, request_key, request_hash) on proof_pack to lawgate_app;
grant insert on proof_pack_download to lawgate_app;
grant insert on refusal_met to lawgate_worker;
grant update (state, done, attempts, problem, size, sha256, seal, made_at, expires_at) on proof_pack to lawgate_worker;

do $$
declare t text;
begin
  foreach t in array array['refusal_met', 'proof_pack', 'proof_pack_download', 'page_count', 'archive_hand_over', 'archive_hand_over_case'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
  foreach t in array array['page_count', 'archive_hand_over', 'archive_hand_over_case'] loop
    execute format('create policy %I on %I for select to lawgate_app using (sees_org(org_path))', t || '_read', t);
    execute format('create policy %I on %I for insert to lawgate_app with check (own_org(org_path))', t || '_insert', t);
  end loop;
  foreach t in array array['proof_pack', 'proof_pack_download'] loop
    execute format('create policy %I on %I to lawgate_app using (own_org(org_path)) with check (own_org(org_path))', t || '_own', t);
  end loop;
end $$;
create policy refusal_met_read on refusal_met for select to lawgate_app
  using (sees_org(org_path) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
create policy refusal_met_insert on refusal_met for insert to lawgate_app
  with check (is_person(by_person) and (own_org(org_path)
              or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases()))));

-- keep_refusal: that a rule refused an event, in one round trip and with the rights of whoever met it.
--   p_scope, p_org_path, p_person  the principal
--   p_row                          {id, caseId, orgPath, version, event, rules, refusals, byName, at}
create function keep_refusal(p_scope text, p_org_path text, p_person text, p_row jsonb) returns void language plpgsql as $$
begin
  perform act_as(p_scope, p_org_path, p_person);
  insert into refusal_met (id, case_id, org_path, version, event, rules, refusals, by_person, by_name, at)
  values ((p_row ->> 'id')::uuid, (p_row ->> 'caseId')::uuid, p_row ->> 'orgPath', (p_row ->> 'version')::int,
          p_row ->> 'event', p_row ->> 'rules', p_row -> 'refusals', p_person::uuid, p_row ->> 'byName',
          (p_row ->> 'at')::timestamptz)
  on conflict do nothing;
end $$;
