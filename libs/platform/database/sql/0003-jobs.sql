-- Background work: one row a job, written in the transaction of the feature that wants it. The row is the truth; the queue
-- only wakes a worker. Errors are kept without words of a case, see libs/platform/jobs/src/background/job-error.ts.

-- The kinds that the workers of this installation know, as the last start of a worker wrote them.
create table job_kind (
  kind text primary key,
  -- Chinese, for the operator.
  title text not null,
  max_attempts int not null,
  -- Runs again and again by its own schedule.
  scheduled boolean not null,
  seen_at timestamptz not null default clock_timestamp()
);

create table job (
  id uuid primary key default gen_random_uuid(),
  kind text not null,
  -- What the job is about; of one kind and key one job is open at a time.
  key text not null,
  -- Both null for work that belongs to no organisation.
  org_id uuid,
  org_path text,
  payload jsonb not null default '{}',
  state text not null default 'waiting' check (state in ('waiting', 'running', 'done', 'failed')),
  -- Goes up each time the job begins or is put back by somebody else; who holds an older one writes nothing any more.
  token int not null default 1,
  attempts int not null default 0,
  -- The application's time before which it does not begin; null for at once.
  run_at timestamptz,
  -- The application's time at which a scheduled run was planned: a simulated clock that was set back makes it due.
  planned_at timestamptz,
  -- Wall time before which it does not begin: back-off after a failure, or the interval of a schedule.
  retry_at timestamptz,
  created_at timestamptz not null default clock_timestamp(),
  enqueued_at timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  -- The process that runs it, by the second key of its advisory lock.
  runner int,
  last_error text,
  last_error_at timestamptz,
  foreign key (org_id, org_path) references organisation (id, path),
  check ((org_id is null) = (org_path is null)),
  check (last_error is null or length(last_error) <= 500)
);
create unique index job_open on job (kind, key) where state in ('waiting', 'running');
create index job_waiting on job (kind, created_at, id) where state = 'waiting' and enqueued_at is null;
create index job_enqueued on job (kind) where state = 'running' or (state = 'waiting' and enqueued_at is not null);
create index job_failed on job (kind, finished_at desc) where state = 'failed';
create index job_ended on job (finished_at) where state = 'done';

grant select, insert, update on job to lawgate_worker;
grant delete on job to lawgate_worker;
grant select, insert on job to lawgate_app;
grant select, insert, update on job_kind to lawgate_worker;
grant select on job_kind to lawgate_app;

-- Deliveries and timers are jobs as well: how often they were tried, why the last try failed, and that they were given up.
alter table outbox
  add column attempts int not null default 0,
  add column retry_at timestamptz,
  add column last_error text,
  add column last_error_at timestamptz,
  add column failed_at timestamptz;
alter table timer
  add column attempts int not null default 0,
  add column retry_at timestamptz,
  add column last_error text,
  add column last_error_at timestamptz,
  add column failed_at timestamptz;
create index outbox_failed on outbox (failed_at) where failed_at is not null;
create index timer_failed on timer (failed_at) where failed_at is not null;

-- What was open when this version came.
insert into job (kind, key, org_id, org_path)
select 'register.import', id::text, org_id, org_path from register_import where state = 'running' order by started_at, id;
insert into job (kind, key, org_id, org_path)
select 'case-file.pack', id::text, org_id, org_path from proof_pack where state in ('ordered', 'making') order by asked_at, id;
insert into job (kind, key, org_id, org_path)
select 'audit.verification', id::text, org_id, org_path from audit_verification
 where state in ('waiting', 'running') order by requested_at;
insert into job (kind, key, org_id, org_path)
select 'document.text', t.document_id::text, o.id, o.path from document_text t join organisation o on o.path = t.org_path
 where t.state = 'pending' order by t.queued_at, t.document_id;
insert into job (kind, key, org_id, org_path)
select 'document.comparison', c.id::text, o.id, o.path from comparison c join organisation o on o.path = c.org_path
 where c.state = 'pending' order by c.asked_at, c.id;
insert into job (kind, key)
select 'calendar.recount', revision::text from calendar_change where settled_at is null order by revision;
