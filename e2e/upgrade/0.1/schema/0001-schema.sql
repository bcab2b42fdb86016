-- The schema of Lawgate. Instants are timestamptz (written by the application's clock, never by now() where a rule
-- depends on them); dates of law are civil dates of Asia/Shanghai. Every table that holds something of a town carries
-- that town's path, and row-level security decides by it (see the end of this file).

create table organisation (
  id uuid primary key,
  parent_id uuid references organisation (id),
  kind text not null check (kind in ('county', 'town')),
  code text not null unique check (code ~ '^[a-z0-9-]{1,32}$'),
  name text not null,
  -- '/county/town/': a prefix test decides who sees what. Ends in a slash so that /a/b/ is no prefix of /a/bc/.
  path text not null unique check (path ~ '^(/[a-z0-9-]+)+/$'),
  -- Row-level security believes org_path, so org_path must not lie: what belongs to an organisation refers to id and
  -- path together, and what belongs to a case to the case's id and path. A check of foreign keys sees every row.
  unique (id, path)
);

create table person (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  username text not null unique check (username ~ '^[a-z0-9._-]{2,64}$'),
  name text not null,
  password_hash text not null,
  roles text[] not null,
  qualifications text[] not null default '{}',
  active boolean not null default true,
  created_at timestamptz not null,
  foreign key (org_id, org_path) references organisation (id, path)
);
create index person_org on person (org_id);

create table session (
  -- SHA-256 of the token; the token itself is only in the cookie.
  token_hash bytea primary key,
  person_id uuid not null references person (id),
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index session_person on session (person_id);

create table review_case (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  category text not null,
  title text not null,
  definition_version int not null,
  ruleset_version int not null,
  state text not null,
  stage text not null,
  status text not null check (status in ('active', 'done')),
  version int not null,
  -- How many documents were handed in. An event is committed only on the documents that its step saw.
  documents int not null default 0,
  -- The stored case of the engine. json, not jsonb: it is read and written whole, never searched.
  stored json not null,
  last_hash text not null,
  created_by uuid not null references person (id),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  -- The earliest due date among running clocks; sorts lists.
  due_on date,
  back_dated boolean not null default false,
  foreign key (org_id, org_path) references organisation (id, path),
  unique (id, org_path)
  -- Every event rewrites the row and touches no indexed column: with room in the page no index is written.
) with (fillfactor = 50);
create index review_case_list on review_case (org_path text_pattern_ops, created_at desc, id desc);
create index review_case_category on review_case (org_id, category, created_at desc);

-- Append-only and chained: hash = SM3(prev_hash || body). Nobody has the right to change or remove a row.
create table history (
  case_id uuid not null,
  seq int not null,
  org_path text not null,
  at timestamptz not null,
  type text not null,
  actor_id uuid,
  -- Canonical JSON, byte for byte what was hashed.
  body text not null,
  prev_hash text not null,
  hash text not null,
  primary key (case_id, seq),
  foreign key (case_id, org_path) references review_case (id, org_path)
);

create table task (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  key text not null,
  visit int not null,
  seat text not null,
  role text not null,
  label text not null,
  holder uuid references person (id),
  clock_key text,
  status text not null default 'open' check (status in ('open', 'closed')),
  outcome text,
  due_on date,
  provisional boolean not null default false,
  opened_at timestamptz not null,
  closed_at timestamptz,
  closed_by uuid,
  -- A seat may be asked again in one visit (a transfer, a delegation come back): each asking is a row.
  turn int not null,
  unique (case_id, key, visit, seat, turn),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index task_queue on task (org_path text_pattern_ops, role, due_on, id) where status = 'open';
create index task_holder on task (holder, due_on, id) where status = 'open';
create index task_case on task (case_id);

create table clock (
  case_id uuid not null,
  key text not null,
  -- A clock that starts anew in a later round is a new run; the old one stays as it ended.
  run int not null,
  org_path text not null,
  status text not null,
  due_on date,
  provisional boolean not null,
  on_due text,
  state json not null,
  primary key (case_id, key, run),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index clock_open on clock (due_on) where status in ('running', 'paused');

create table timer (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  kind text not null check (kind in ('reminder', 'clock-due')),
  -- The task id of a reminder, clock key and run of a due date.
  subject text not null,
  visit int not null,
  stage text not null,
  fire_at timestamptz not null,
  -- Goes up each time the timer is set anew; a delivery with an older token does nothing.
  token int not null default 1,
  status text not null default 'pending' check (status in ('pending', 'enqueued', 'fired', 'cancelled')),
  enqueued_at timestamptz,
  fired_at timestamptz,
  unique (case_id, subject, visit, kind, stage),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index timer_due on timer (fire_at) where status = 'pending';
create index timer_enqueued on timer (enqueued_at) where status = 'enqueued';

create table outbox (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  kind text not null,
  payload jsonb not null,
  created_at timestamptz not null,
  enqueued_at timestamptz,
  delivered_at timestamptz,
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index outbox_waiting on outbox (created_at) where enqueued_at is null;
create index outbox_undelivered on outbox (enqueued_at) where delivered_at is null and enqueued_at is not null;

create table fact (
  id uuid primary key,
  case_id uuid not null,
  org_id uuid not null,
  org_path text not null,
  category text not null,
  kind text not null,
  on_date date not null,
  year int not null,
  detail jsonb not null,
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index fact_year on fact (org_path text_pattern_ops, year, kind, category);
create index fact_case on fact (case_id);

create table opinion (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  act text not null,
  round int not null,
  by_person uuid not null references person (id),
  by_name text not null,
  conclusion text not null,
  text text not null,
  points jsonb not null,
  at timestamptz not null,
  -- SM3 of the canonical JSON of what was signed.
  hash text not null,
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index opinion_case on opinion (case_id, at);

-- One series for each issuer, code and year. The counter row is locked until the commit, so there are no gaps.
create table number_series (
  org_id uuid not null,
  org_path text not null,
  code text not null,
  year int not null,
  last int not null,
  primary key (org_id, code, year),
  foreign key (org_id, org_path) references organisation (id, path)
);

create table document_number (
  org_id uuid not null,
  org_path text not null,
  code text not null,
  year int not null,
  number int not null,
  text text not null,
  case_id uuid not null,
  purpose text not null,
  taken_at timestamptz not null,
  -- A voided number stays with its reason and is never given again.
  void_reason text,
  primary key (org_id, code, year, number),
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index document_number_case on document_number (case_id);

create table document (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  kind text not null,
  name text not null,
  version int not null,
  size bigint not null,
  media_type text not null,
  sha256 text not null,
  sm3 text not null,
  uploaded_by uuid not null references person (id),
  uploaded_at timestamptz not null,
  unique (case_id, kind, version),
  foreign key (case_id, org_path) references review_case (id, org_path)
);

create function count_document() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update review_case set documents = documents + 1 where id = new.case_id;
  return null;
end $$;
create trigger document_counted after insert on document for each row execute function count_document();

create table case_access (
  case_id uuid not null,
  person_id uuid not null references person (id),
  org_path text not null,
  granted_at timestamptz not null,
  revoked_at timestamptz,
  revoked_reason text,
  primary key (case_id, person_id),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index case_access_person on case_access (person_id) where revoked_at is null;

create table idempotency (
  person_id uuid not null references person (id),
  key text not null,
  -- Hash of method, address and body: the same key with another body is refused.
  request_hash text not null,
  status int not null,
  response json not null,
  created_at timestamptz not null,
  primary key (person_id, key)
);

create table notification (
  id uuid primary key,
  person_id uuid not null references person (id),
  org_path text not null,
  case_id uuid references review_case (id),
  kind text not null,
  text text not null,
  created_at timestamptz not null,
  read_at timestamptz,
  -- What it is about, once for each person: this, not a job id, is what makes it be shown once.
  source text not null,
  unique (person_id, source)
);
create index notification_inbox on notification (person_id, created_at desc, id desc);

create table reminder (
  id uuid primary key,
  case_id uuid not null,
  org_path text not null,
  subject text not null,
  visit int not null,
  kind text not null,
  stage text not null,
  fired_at timestamptz not null,
  unique (case_id, subject, visit, kind, stage),
  foreign key (case_id, org_path) references review_case (id, org_path)
);

create table calendar_day (
  date date not null,
  kind text not null check (kind in ('off', 'work')),
  year int not null,
  name text,
  source text,
  primary key (date, year)
);
create table calendar_override (
  date date primary key,
  kind text not null check (kind in ('off', 'work')),
  document_number text not null,
  entered_by uuid references person (id),
  entered_at timestamptz not null
);

-- The simulated clock survives a restart, so that a demonstration goes on where it was.
create table simulated_clock (
  only_row boolean primary key default true check (only_row),
  at timestamptz not null
);

create table demonstration (
  only_row boolean primary key default true check (only_row),
  begun_at timestamptz not null,
  -- Null while it is being loaded: a start that was cut off is begun anew.
  loaded_at timestamptz
);

-- Nobody changes or removes history, not even the owner by accident.
create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'history is append-only' using errcode = 'LG001';
end $$;
create trigger history_append_only before update or delete or truncate on history
  for each statement execute function refuse_change();
create trigger opinion_append_only before update or delete or truncate on opinion
  for each statement execute function refuse_change();
create trigger fact_append_only before update or delete or truncate on fact
  for each statement execute function refuse_change();

-- Rights. The application role writes what commits write; the worker also sees every town's later things.
grant usage on schema public to lawgate_app, lawgate_worker;
grant select on all tables in schema public to lawgate_app, lawgate_worker;
revoke select on person, session from lawgate_app, lawgate_worker;
grant select (id, org_id, org_path, username, name, roles, qualifications, active, created_at) on person
  to lawgate_app, lawgate_worker;
grant insert on history, fact, opinion, document, document_number, outbox, timer, task, clock, review_case,
  case_access, idempotency, notification, reminder, number_series to lawgate_app, lawgate_worker;
grant update on review_case, task, clock, timer, outbox, case_access, notification, number_series
  to lawgate_app, lawgate_worker;
grant update (void_reason) on document_number to lawgate_app;
grant delete on idempotency to lawgate_worker;
grant insert, update on simulated_clock, calendar_day, calendar_override to lawgate_app, lawgate_worker;

-- Who sees what. The three settings are put by every call, for its transaction only:
--   lawgate.scope     'organisation' (own organisation and below) | 'assigned' (only cases given to the person) | anything else: nothing
--   lawgate.org_path  the person's organisation
--   lawgate.person    the person's id
-- Without them nothing is seen: an empty path would be a prefix of everything, so the scope is asked first.
create function sees_org(path text) returns boolean language sql stable parallel safe as $$
  select current_setting('lawgate.scope', true) = 'organisation'
     and path ^@ current_setting('lawgate.org_path', true)
$$;
create function own_org(path text) returns boolean language sql stable parallel safe as $$
  select current_setting('lawgate.scope', true) = 'organisation'
     and path = current_setting('lawgate.org_path', true)
$$;
create function is_person(id uuid) returns boolean language sql stable parallel safe as $$
  select id = nullif(current_setting('lawgate.person', true), '')::uuid
$$;
create function assigned_cases() returns setof uuid language sql stable parallel safe as $$
  select a.case_id from public.case_access a
   where a.person_id = nullif(current_setting('lawgate.person', true), '')::uuid and a.revoked_at is null
$$;

do $$
declare t text; id_column text; assigned text;
begin
  -- Tables whose rows belong to a case: seen and written with the case. The scope is asked before the list of assigned
  -- cases is made, and the list is made once a statement, not once a row.
  foreach t in array array['review_case', 'history', 'task', 'clock', 'timer', 'outbox', 'fact', 'opinion',
                           'document', 'document_number', 'reminder'] loop
    id_column := case t when 'review_case' then 'id' else 'case_id' end;
    assigned := format('(current_setting(''lawgate.scope'', true) = ''assigned'' and %I.%I in (select assigned_cases()))',
                       t, id_column);
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I for select to lawgate_app using (sees_org(org_path) or %s)',
                   t || '_read', t, assigned);
    execute format('create policy %I on %I for insert to lawgate_app with check (own_org(org_path) or %s)',
                   t || '_insert', t, assigned);
    execute format('create policy %I on %I for update to lawgate_app using (own_org(org_path) or %s)',
                   t || '_update', t, assigned);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
  foreach t in array array['case_access', 'number_series', 'notification', 'idempotency', 'person'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;
create policy case_access_own on case_access for select to lawgate_app using (is_person(person_id) or sees_org(org_path));
create policy case_access_insert on case_access for insert to lawgate_app
  with check (own_org(org_path) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
create policy case_access_update on case_access for update to lawgate_app
  -- Who was taken off a case cannot put himself back; the check lets the row of his own recusal out of his hands.
  using (own_org(org_path) or (is_person(person_id) and revoked_at is null) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())))
  with check (own_org(org_path) or is_person(person_id) or (current_setting('lawgate.scope', true) = 'assigned' and case_id in (select assigned_cases())));
create policy number_series_own on number_series to lawgate_app
  using (own_org(org_path)) with check (own_org(org_path));
create policy notification_own on notification to lawgate_app
  using (is_person(person_id)) with check (is_person(person_id));
create policy idempotency_own on idempotency to lawgate_app
  using (is_person(person_id)) with check (is_person(person_id));
-- Names of colleagues are needed by advisers too; nothing of another organisation's branch.
create policy person_branch on person for select to lawgate_app
  using (current_setting('lawgate.scope', true) in ('organisation', 'assigned', 'none')
         and current_setting('lawgate.org_path', true) <> ''
         and org_path ^@ current_setting('lawgate.org_path', true));
