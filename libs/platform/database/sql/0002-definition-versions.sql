-- What each version of a category said when cases were first begun under it. A process reads it once, as it starts.
create table definition_version (
  key         text not null,
  version     int not null,
  -- SHA-256, hex: of the released file, or of the parts.
  hash        text not null,
  -- SHA-256 of each part by its name, so that a change can be named.
  parts       jsonb not null,
  recorded_at timestamptz not null default clock_timestamp(),
  primary key (key, version)
);
