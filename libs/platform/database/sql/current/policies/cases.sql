-- Tables whose rows belong to a case are readable and writable with the case. The scope is checked before the list of
-- assigned cases is computed, and the list is computed once for each statement, not for each row. Documents have their
-- own
-- policies in documents.sql.
do $$
declare t text; id_column text; assigned text;
begin
  foreach t in array array['review_case', 'history', 'task', 'clock', 'timer', 'outbox', 'fact', 'opinion',
                           'document', 'document_number', 'reminder'] loop
    id_column := case t when 'review_case' then 'id' else 'case_id' end;
    assigned := format('(current_setting(''lawgate.scope'', true) = ''assigned'' and %I.%I in (select assigned_cases()))',
                       t, id_column);
    execute format('alter table %I enable row level security', t);
    execute format('drop policy if exists %I on %I', t || '_insert', t);
    execute format('create policy %I on %I for insert to lawgate_app with check (own_org(org_path) or %s)',
                   t || '_insert', t, assigned);
    execute format('drop policy if exists %I on %I', t || '_update', t);
    execute format('create policy %I on %I for update to lawgate_app using (own_org(org_path) or %s)',
                   t || '_update', t, assigned);
    execute format('drop policy if exists %I on %I', t || '_worker', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
    continue when t = 'document';
    execute format('drop policy if exists %I on %I', t || '_read', t);
    execute format('create policy %I on %I for select to lawgate_app using (sees_org(org_path) or %s)',
                   t || '_read', t, assigned);
  end loop;
end $$;

-- A person who changes the calendar is shown how many clocks move. The scope 'calendar' shows the open clocks of every
-- town and nothing else: no case, no task, no name; and it may write none of them.
drop policy if exists clock_calendar on clock;
create policy clock_calendar on clock for select to lawgate_app
  using (current_setting('lawgate.scope', true) = 'calendar' and status in ('running', 'paused'));

-- What the import of an earlier version had generated is read with its case, and written by its conversion alone.
alter table generated_row enable row level security;
drop policy if exists generated_row_read on generated_row;
create policy generated_row_read on generated_row for select to lawgate_app using (sees_org(org_path));
drop policy if exists generated_row_worker on generated_row;
create policy generated_row_worker on generated_row for select to lawgate_worker using (true);
