-- An import knows all sheets of its workbook, and people choose another one while it is a draft: its lines are replaced.
-- A line whose text breaks the rules of its format keeps how it was read.

-- [{name, hidden, rows}] in the order of the tabs; empty for a csv.
alter table register_import add column sheets jsonb not null default '[]';

alter table register_import_line add column doubt text
  check (doubt in ('quotes-literal', 'quotes-unclear', 'undecodable'));

grant update (sheet, sheets) on register_import to lawgate_app;
grant delete on register_import_line to lawgate_app;
