-- What verification compares the rows of a case with: the rows that each commit wrote, and a chained log of what is written
-- between two commits (documents, papers, recordings and the like).

-- Append-only. The history row of the same number has the SM3 of `body` in its own body.
create table history_write (
  case_id uuid not null,
  seq int not null,
  org_path text not null,
  -- Canonical JSON, byte for byte what was hashed: {case, seq, rows: [{in, key, set, add}]}.
  body text not null,
  primary key (case_id, seq),
  foreign key (case_id, org_path) references review_case (id, org_path),
  foreign key (case_id, seq) references history (case_id, seq)
);

-- Append-only and chained as history is: hash = SM3(prev_hash || body).
create table case_log (
  case_id uuid not null,
  seq int not null,
  org_path text not null,
  at timestamptz not null,
  type text not null,
  body text not null,
  prev_hash text not null,
  hash text not null,
  primary key (case_id, seq),
  foreign key (case_id, org_path) references review_case (id, org_path)
);

-- The end of the case's log; null where it has no entry.
alter table review_case add column log_seq int not null default 0, add column log_hash text;

-- The last result of verifying a case, and the ends of its chains at that time. No reference to the case: a case that is
-- gone must be missed.
create table case_verification (
  case_id uuid primary key,
  org_id uuid not null,
  org_path text not null,
  version int not null,
  last_hash text not null,
  log_seq int not null,
  log_hash text,
  -- How many spots do not agree.
  broken int not null,
  checked_at timestamptz not null,
  -- Spots in the bytes of documents and papers, when all of them were last hashed again; null where they never were.
  content jsonb,
  content_checked_at timestamptz,
  foreign key (org_id, org_path) references organisation (id, path)
);
create index case_verification_place on case_verification (org_path text_pattern_ops, case_id);
create index case_verification_broken on case_verification (org_path text_pattern_ops) where broken > 0;

-- It now says whether it wrote (current/functions/keep-refusal.sql).
drop function if exists keep_refusal(text, text, text, jsonb);

grant select on history_write, case_log, case_verification to lawgate_app, lawgate_worker;
grant insert, update on case_verification to lawgate_worker;
