-- The tables of Lawgate, as version 0.1 left them. Functions, triggers and policies are in current/.
--
-- Instants are timestamptz (written by the application's clock, never by now() where a rule depends on them); dates of law
-- are civil dates of Asia/Shanghai. Every table that holds something of a town carries that town's path, and row-level
-- security decides by it (current/policies/).

create extension if not exists pg_trgm;

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
  email text
    -- One address and nothing else: a list or a second line would reach people that nobody meant.
    check (email ~ '^[^[:space:]@,;:<>"()]+@[^[:space:]@,;:<>"()]+$' and length(email) <= 254),
  -- A password that somebody else gave is used once, to choose one's own.
  must_change_password boolean not null default false,
  foreign key (org_id, org_path) references organisation (id, path),
  -- The path of a person must not lie either: what refers to a person of an organisation refers to id and path together.
  unique (id, org_path)
);
create index person_org on person (org_id);

-- Recipients are found by organisation, for hundreds of cases in one statement.
create index person_org_path on person (org_path) where active;

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
  kind text not null check (kind in ('reminder', 'clock-due', 'clock-reminder')),
  -- The task id of a reminder; clock key and run of a due date and of a clock that no task carries.
  subject text not null,
  visit int not null,
  stage text not null,
  fire_at timestamptz not null,
  -- Goes up each time the timer is set anew; a delivery with an older token does nothing.
  token int not null default 1,
  status text not null default 'pending' check (status in ('pending', 'enqueued', 'fired', 'cancelled')),
  enqueued_at timestamptz,
  fired_at timestamptz,
  -- Wall time at which a delivery ended, as enqueued_at is when it began.
  settled_at timestamptz,
  unique (case_id, subject, visit, kind, stage),
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index timer_settled on timer (settled_at) where settled_at is not null;
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
  -- Wall time at which a delivery ended.
  settled_at timestamptz,
  foreign key (case_id, org_path) references review_case (id, org_path)
);
create index outbox_settled on outbox (settled_at) where settled_at is not null;
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
  id uuid not null default gen_random_uuid(),
  voided_by uuid references person (id),
  voided_by_name text,
  voided_at timestamptz,
  primary key (org_id, code, year, number),
  constraint document_number_id unique (id, org_path),
  constraint document_number_void_whole check (void_reason is null or (length(void_reason) between 1 and 500)),
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
  -- The round in which it was handed in; versions count on over all rounds.
  round int not null default 1,
  scan text not null default 'not-scanned' check (scan in ('not-scanned', 'clean', 'infected')),
  -- What was found, by the scanner's name for it.
  scan_finding text,
  scanned_at timestamptz,
  unique (case_id, kind, version),
  constraint document_id_case_path_key unique (id, case_id, org_path),
  foreign key (case_id, org_path) references review_case (id, org_path)
);

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

-- Rights. The application role writes what commits write; the worker also sees every town's later things.
grant usage on schema public to lawgate_app, lawgate_worker;

-- Not of session, which only functions read, and not the password hash of a person.
grant select on organisation, review_case, history, task, clock, timer, outbox, fact, opinion, number_series,
  document_number, document, case_access, idempotency, notification, reminder, calendar_day,
  calendar_override, simulated_clock, demonstration
  to lawgate_app, lawgate_worker;
grant select (id, org_id, org_path, username, name, roles, qualifications, active, created_at, must_change_password) on person
  to lawgate_app, lawgate_worker;
grant insert on history, fact, opinion, document, document_number, outbox, timer, task, clock, review_case,
  case_access, idempotency, notification, reminder, number_series to lawgate_app, lawgate_worker;
grant update on review_case, task, clock, timer, outbox, case_access, notification, number_series
  to lawgate_app, lawgate_worker;
grant delete on idempotency to lawgate_worker;
grant insert, update on simulated_clock, calendar_day, calendar_override to lawgate_app, lawgate_worker;

-- ---- calendar
-- Calendar administration: what was changed in the calendar, by whom, and whether every open clock has been counted
-- again. The tables of days are the same for all towns, so no row here belongs to one.
create table calendar_change (
  -- Changes are written one at a time under an advisory lock, so that revisions become visible in their order.
  revision bigint generated always as identity primary key,
  kind text not null check (kind in ('import', 'override', 'override-removed', 'built-in')),
  -- The year of the table; of an override, the year that its date lies in.
  year int not null,
  -- Of an override.
  date date,
  document_number text not null,
  -- Null for a table that came with the program.
  entered_by uuid references person (id),
  -- The name at that time: an auditor of another town sees it too.
  entered_by_name text not null,
  entered_at timestamptz not null,
  -- What came, went and turned: {added, removed, changed}.
  detail jsonb not null,
  -- Wall time: how long processes have had to hear of a change is no question of law.
  recorded_at timestamptz not null default clock_timestamp(),
  -- Set once every open clock was counted again and nothing can come from the calendar before.
  settled_at timestamptz
);
create index calendar_change_open on calendar_change (revision) where settled_at is null;

grant select, insert on calendar_change to lawgate_app, lawgate_worker;
grant update (settled_at) on calendar_change to lawgate_worker;

-- A table is replaced whole; an override is taken back.
grant delete on calendar_day, calendar_override to lawgate_app;
create index clock_open_case on clock (case_id, key, run) where status in ('running', 'paused');

-- ---- channels
-- Channels: what stands in an inbox also goes out by mail and to a group robot.
-- One row for each organisation that has set anything. The robot's address holds its key, so neither it nor the secret is
-- readable for the application role; `webhook_shown` is what an administrator may see of it again.
create table channel_setting (
  org_id uuid not null,
  org_path text not null,
  mail_on boolean not null default false,
  mail_from text check (mail_from ~ '^[^[:space:]@,;:<>"()]+@[^[:space:]@,;:<>"()]+$'),
  webhook_on boolean not null default false,
  webhook_kind text check (webhook_kind in ('wecom', 'dingtalk')),
  webhook_url text,
  webhook_shown text,
  webhook_secret text,
  webhook_signed boolean not null generated always as (webhook_secret is not null) stored,
  -- Both, so that a row under a false path is refused as false before it is refused as the second one.
  primary key (org_id, org_path),
  constraint channel_setting_webhook_complete
    check (not webhook_on or (webhook_kind is not null and webhook_url is not null)),
  foreign key (org_id, org_path) references organisation (id, path)
);

-- What a person wants of one channel for one kind of notice. `kind` is a kind ('reminder.T'), its family ('reminder') or
-- '*'; the most exact row holds, and without one everything is sent at once.
create table channel_preference (
  person_id uuid not null references person (id),
  kind text not null check (kind ~ '^([*]|[a-z][A-Za-z0-9.-]{0,63})$'),
  channel text not null check (channel in ('mail', 'webhook')),
  -- 'daily' gathers into one mail at the opening hour; a robot speaks to a group, where nobody has a digest of his own.
  mode text not null check (mode in ('off', 'at-once', 'daily') and (channel = 'mail' or mode <> 'daily')),
  primary key (person_id, kind, channel)
);

-- One row for each notification and channel, written by the statement that writes the notification.
create table channel_delivery (
  id uuid primary key,
  notification_id uuid not null references notification (id) on delete cascade,
  person_id uuid not null references person (id),
  org_id uuid not null,
  org_path text not null,
  channel text not null check (channel in ('mail', 'webhook')),
  digest boolean not null,
  -- waiting: not tried yet; failed: tried, comes again; dead: given up, an incident; sent: taken by the server.
  -- dropped: the channel was switched off or the address taken away before it went out.
  status text not null default 'waiting' check (status in ('waiting', 'failed', 'dead', 'sent', 'dropped')),
  -- Counted when a try begins, so that a row on which the process dies is given up like any other.
  attempts int not null default 0,
  -- Wall time, as everything that only says how long something has been under way; null: now.
  next_at timestamptz,
  -- A stable code, and what of the answer names nobody: never an address, which may hold a key.
  last_error text,
  -- The application's time, of the notification.
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (notification_id, channel),
  foreign key (org_id, org_path) references organisation (id, path)
);
create index channel_delivery_mail on channel_delivery (digest, attempts, created_at, id)
  where channel = 'mail' and status in ('waiting', 'failed');
create index channel_delivery_robot on channel_delivery (org_id, attempts, created_at)
  where channel = 'webhook' and status in ('waiting', 'failed');
create index channel_delivery_dead on channel_delivery (org_path, created_at desc, id desc) where status = 'dead';

-- A server or robot that does not answer. While it is here only one try goes out at `retry_at`.
create table channel_target (
  -- 'mail', or 'webhook:' and the organisation's id.
  target text primary key,
  org_id uuid,
  -- Null for the mail server, which serves all.
  org_path text,
  channel text not null check (channel in ('mail', 'webhook')),
  failures int not null,
  since timestamptz not null,
  retry_at timestamptz,
  last_error text not null,
  foreign key (org_id, org_path) references organisation (id, path)
);

grant select (email) on person to lawgate_worker;
grant select on channel_setting, channel_preference, channel_delivery, channel_target to lawgate_worker;
grant update on channel_delivery to lawgate_worker;
grant insert, update, delete on channel_target to lawgate_worker;
grant select (org_id, org_path, mail_on, mail_from, webhook_on, webhook_kind, webhook_shown, webhook_signed)
  on channel_setting to lawgate_app;
grant insert (org_id, org_path, mail_on, mail_from, webhook_on, webhook_kind, webhook_url, webhook_shown, webhook_secret),
  update (mail_on, mail_from, webhook_on, webhook_kind, webhook_url, webhook_shown, webhook_secret)
  on channel_setting to lawgate_app;
grant select, insert, delete on channel_preference to lawgate_app;
grant select, update (status, attempts, next_at, last_error) on channel_delivery to lawgate_app;
grant select on channel_target to lawgate_app;

-- ---- stand-ins, urges, copies
-- Leave and standing in (代理), urging by hand (催办), copies and their receipts (抄送, 已阅).

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

-- ---- rule sets
-- Rule sets (规则版本): what a town or county has set instead of the values built into the definitions, from a day on.
-- A case keeps the set under which it began; so a set never changes, and a correction is a new one.
create table ruleset (
  -- Version 1 is what is built in. Sets are entered one at a time under an advisory lock, so a later entry has the
  -- greater version.
  version int generated by default as identity (start with 2) primary key,
  org_id uuid not null,
  org_path text not null,
  -- Civil date of Asia/Shanghai; cases that begin on this day are the first under it.
  effective_from date not null,
  document_number text not null check (document_number <> ''),
  note text,
  -- The set on whose values this one was made.
  base_version int not null,
  entered_by uuid not null references person (id),
  -- The name at that time: a town sees it of its county's administrator, too.
  entered_by_name text not null,
  entered_at timestamptz not null,
  foreign key (org_id, org_path) references organisation (id, path),
  unique (version, org_path)
);
create index ruleset_org on ruleset (org_path, effective_from, version);

-- Every value of the set that differs from the built-in one, or rests on a basis of its own.
create table ruleset_parameter (
  version int not null,
  org_path text not null,
  category text not null,
  key text not null,
  value double precision not null,
  -- Null where the definition's own citation stands.
  citation text,
  primary key (version, category, key),
  foreign key (version, org_path) references ruleset (version, org_path)
);

grant select on ruleset, ruleset_parameter to lawgate_app, lawgate_worker;

-- The version is the table's to give.
grant insert (org_id, org_path, effective_from, document_number, note, base_version, entered_by, entered_by_name, entered_at)
  on ruleset to lawgate_app;
grant insert on ruleset_parameter to lawgate_app;

-- ---- past registers
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

-- ---- ledger, frozen years
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

grant select on indicator_kind, indicator_entry, indicator_void, indicator_reminder, year_lived, annual_freeze, annual_case
  to lawgate_app, lawgate_worker;
grant insert on indicator_kind, indicator_entry, indicator_void, annual_freeze, annual_case to lawgate_app;
grant update (label, unit, mode, section, synonyms, expected, active, changed_by, changed_at) on indicator_kind to lawgate_app;
grant insert on indicator_reminder, year_lived, annual_freeze, annual_case to lawgate_worker;

-- ---- report templates, register
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

grant select on report_template to lawgate_app, lawgate_worker;
grant insert on report_template to lawgate_app;

-- The register (台账), a row for each case that was received: what its grid shows and what statistics count. It follows
-- from facts, opinions and numbers, and is written anew by the commit of every event, so that it never lags behind.
create table register_entry (
  case_id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  category text not null,
  title text not null,
  unit text,
  -- The first day that the books know of it.
  received_on date not null,
  accepted_on date,
  -- The last letter.
  concluded_on date,
  filed_on date,
  -- How and when it ended in the books: with the last letter of the first year that has one, else with the last of its
  -- other outcomes (`live.sql` of the reports says the same). Null while it is open.
  outcome text check (outcome in ('concluded', 'returned', 'declined', 'withdrawn')),
  ended_on date,
  conclusion text,
  number text,
  -- Names of those who gave an opinion.
  reviewers text[] not null,
  advisers text[] not null,
  reason text,
  -- What the unit answered to the letter; 'pending' has not answered yet, null has no letter.
  adoption text,
  overdue boolean not null,
  urgent boolean not null,
  -- Working days that the review's clock counted, pauses left out.
  days int,
  -- What a search looks into.
  search text not null,
  -- Of the case: an entry of this version needs no other writing.
  version int not null,
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (case_id, org_path) references review_case (id, org_path)
) with (fillfactor = 70);

grant select on register_entry to lawgate_app, lawgate_worker;
create index register_entry_list on register_entry (org_path, received_on desc, case_id desc);
create index register_entry_all on register_entry (received_on desc, case_id desc);
create index register_entry_concluded on register_entry (org_path, concluded_on desc nulls last, case_id desc);
create index register_entry_ended on register_entry (org_path, ended_on, outcome);

-- Cases on the books of more than one year: the year between that has no fact of theirs finds them here.
create index register_entry_across on register_entry (org_path, received_on)
  where ended_on is null or extract(year from ended_on) > extract(year from received_on);
create index register_entry_search on register_entry using gin (search gin_trgm_ops);

-- The facts of one year, however many years there are.
create index fact_of_year on fact (org_path, year, case_id);

-- How somebody likes to look at the register: kept for himself, or for everybody of his organisation.
create table register_view (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  owner uuid not null,
  owner_name text not null,
  name text not null check (length(name) between 1 and 40),
  shared boolean not null,
  columns text[] not null,
  filters jsonb not null,
  sort text not null,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  foreign key (org_id, org_path) references organisation (id, path),
  foreign key (owner, org_path) references person (id, org_path)
);
create unique index register_view_name on register_view (org_id, owner, name);

grant select, insert, delete on register_view to lawgate_app;
grant update (name, shared, columns, filters, sort, updated_at) on register_view to lawgate_app;
grant select on register_view to lawgate_worker;

-- Where cases wait now. Its condition changes once in a case's life, so that events still write no index.
create index review_case_active on review_case (org_path) where status = 'active';

-- What proves an entry of the ledger: a photograph, a sign-in sheet. Append-only; an entry that is void keeps its papers.
create table indicator_attachment (
  id uuid primary key,
  entry_id uuid not null,
  org_path text not null,
  name text not null,
  size bigint not null,
  sha256 text not null,
  sm3 text not null,
  attached_by uuid not null references person (id),
  attached_by_name text not null,
  attached_at timestamptz not null,
  -- The same file twice is one.
  unique (entry_id, org_path, sha256),
  foreign key (entry_id, org_path) references indicator_entry (id, org_path)
);

grant select on indicator_attachment to lawgate_app, lawgate_worker;
grant insert on indicator_attachment to lawgate_app;

-- ---- papers
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

grant update (void_reason, voided_by, voided_by_name, voided_at) on document_number to lawgate_app;
grant select on paper, paper_reading, paper_template, paper_template_choice to lawgate_app, lawgate_worker;
grant insert on paper to lawgate_worker;
grant insert on paper_reading, paper_template, paper_template_choice to lawgate_app;

-- ---- documents
-- What is known of a document beside its bytes: its text, whether it was scanned for viruses, who has looked at it, and
-- how two of them differ.
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

grant select on document_text, document_access, comparison, recording, recording_void to lawgate_app, lawgate_worker;
grant insert on document_access, comparison, recording, recording_void to lawgate_app;
grant update (state, code, attempts, characters, pages, text, insertions, deletions, macros, external_links, read_at)
  on document_text to lawgate_worker;
grant update (state, code, attempts, basis, differences, hunks, left_pages, right_pages, finished_at)
  on comparison to lawgate_worker;

-- ---- refusals, proof packs, archive
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

grant select on refusal_met, proof_pack, proof_pack_download, page_count, archive_hand_over, archive_hand_over_case
  to lawgate_app, lawgate_worker;
grant insert on refusal_met, page_count, archive_hand_over, archive_hand_over_case to lawgate_app;
grant insert (id, org_id, org_path, case_ids, asked_by, asked_by_name, asked_at, request_key, request_hash) on proof_pack to lawgate_app;
grant insert on proof_pack_download to lawgate_app;
grant insert on refusal_met to lawgate_worker;
grant update (state, done, attempts, problem, size, sha256, seal, made_at, expires_at) on proof_pack to lawgate_worker;

-- ---- lists, audit log
-- Lists are read by key: each sort that a page offers is the order of an index, ties broken by the id. A date that is
-- not there sorts last, as `infinity`, so that one comparison says what comes after a row. It is written with CASE, because
-- PostgreSQL takes COALESCE for something that might tell of a row, and asks row-level security before it asks an index.
create index review_case_due on review_case (org_path, (case when due_on is null then 'infinity'::date else due_on end), id);
create index review_case_creator on review_case (created_by, created_at desc, id desc);

-- The newest history row of a case says when it was last changed. An index on review_case.updated_at would be written
-- by every event, and with it every other index of that table.
create index history_recent on history (org_path, at desc, case_id desc);
create index history_actor on history (actor_id, case_id);
create index task_role_due on task (org_path, role, (case when due_on is null then 'infinity'::date else due_on end), id)
  where status = 'open' and holder is null;
create index task_role_opened on task (org_path, role, opened_at, id) where status = 'open' and holder is null;
create index task_holder_due on task (holder, (case when due_on is null then 'infinity'::date else due_on end), id) where status = 'open';
create index task_holder_opened on task (holder, opened_at, id) where status = 'open';

-- What people did outside of cases, chained for each organisation as history is for each case.
create table audit_entry (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  seq int not null,
  at timestamptz not null,
  -- Null for somebody who is not known, such as one who could not log in.
  actor_id uuid,
  action text not null,
  subject_kind text,
  subject_id text,
  outcome text not null check (outcome in ('done', 'failed', 'refused')),
  address text,
  -- Canonical JSON, byte for byte what was hashed; the columns before it are for finding.
  body text not null,
  prev_hash text not null,
  hash text not null,
  unique (org_id, seq),
  foreign key (org_id, org_path) references organisation (id, path)
);
create index audit_entry_list on audit_entry (org_path, at desc, id desc);
create index audit_entry_actor on audit_entry (actor_id, at desc, id desc);
create index audit_entry_action on audit_entry (org_path, action, at desc, id desc);
create index audit_entry_subject on audit_entry (subject_kind, subject_id);

-- The end of each organisation's chain; locked while an entry is added, so that there is one after the other.
create table audit_chain (
  org_id uuid primary key,
  org_path text not null,
  seq int not null,
  last_hash text not null,
  foreign key (org_id, org_path) references organisation (id, path)
);

create table audit_verification (
  id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  requested_by uuid not null references person (id),
  requested_at timestamptz not null,
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  cases_total int not null default 0,
  cases_checked int not null default 0,
  entries_checked int not null default 0,
  -- [{kind: 'case' | 'audit', id, seq, reason}], the first of them; broken counts all.
  findings jsonb not null default '[]',
  broken int not null default 0,
  finished_at timestamptz,
  foreign key (org_id, org_path) references organisation (id, path)
);
create index audit_verification_waiting on audit_verification (requested_at) where state in ('waiting', 'running');
create index audit_verification_list on audit_verification (org_path, requested_at desc);

grant select on audit_entry, audit_verification to lawgate_app, lawgate_worker;
grant select on audit_chain to lawgate_worker;
grant insert on audit_verification to lawgate_app;
grant update on audit_verification to lawgate_worker;
