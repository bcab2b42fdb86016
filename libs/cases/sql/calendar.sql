-- The rows behind the calendar, in the order of the tables. One statement sees one state.
select coalesce((select json_agg(json_build_object('date', date, 'kind', kind, 'year', year, 'name', coalesce(name, ''),
                                                   'source', coalesce(source, '')) order by year, date)
                   from calendar_day), '[]') as days,
       coalesce((select json_agg(json_build_object('date', date, 'kind', kind, 'year', extract(year from date)::int,
                                                   'source', document_number) order by date)
                   from calendar_override), '[]') as overrides
