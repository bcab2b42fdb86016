-- The table in which MikroORM's migrator of version 0.1 noted what had run; it made the table before the first file.
create table schema_migration (
  id serial primary key,
  name varchar(255) not null,
  executed_at timestamptz(6) not null default current_timestamp(6)
);
