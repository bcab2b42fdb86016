-- Puts the built-in tables into the database where a year is missing. A table that a newer program brings is a change of the
-- calendar like an imported one.
--   $1 jsonb [{date date, kind text, year int, name text, source text}]
with known as materialized (select distinct year from calendar_day),
added as (
  insert into calendar_day (date, kind, year, name, source)
  select x.date, x.kind, x.year, x.name, x.source
    from jsonb_to_recordset($1::jsonb) as x (date date, kind text, year int, name text, source text)
   where x.year not in (select year from known)
  on conflict do nothing
  returning year, source)
insert into calendar_change (kind, year, document_number, entered_by_name, entered_at, detail)
select 'built-in', year, coalesce(min(source), ''), '系统', clock_timestamp(), jsonb_build_object('days', count(*))
  from added
 where exists (select from known)
 group by year
