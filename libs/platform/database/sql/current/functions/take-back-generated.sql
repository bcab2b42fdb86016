-- take_back_generated: takes back what the import of an earlier version had generated for a case when it replayed a line
-- of a register: opinions, facts, tasks, clocks and access of people who did nothing. The rows are kept as generated_row;
-- the register's file, which had been put in the place of each material, gets a kind of its own.
--   p_case  a case of an imported line, in which nobody has acted since
-- Returns how many rows of each table were taken back: {opinion, fact, task, clock, timer, case_access, document}.
-- The caller writes the history row of it in the same transaction.
create or replace function take_back_generated(p_case uuid, p_at timestamptz) returns jsonb language plpgsql
  security definer set search_path = public, pg_temp as $$
declare
  v_counts jsonb := '{}';
  v_count int;
  t text;
begin
  if not exists (select from register_import_line where case_id = p_case and state = 'added') then
    raise exception 'the case is not of an imported line' using errcode = '22023';
  end if;
  perform set_config('lawgate.takes_back', 'generated', true);
  foreach t in array array['opinion', 'fact', 'timer', 'clock', 'case_access', 'task'] loop
    execute format(
      'with gone as (delete from %1$I x where x.case_id = $1%2$s returning x.*)
       insert into generated_row (case_id, org_path, source, content, taken_back_at)
       select case_id, org_path, %1$L, to_jsonb(gone), $2 from gone',
      t, case t when 'task' then ' and not exists (select from urge u where u.task_id = x.id)' else '' end)
      using p_case, p_at;
    get diagnostics v_count = row_count;
    v_counts := v_counts || jsonb_build_object(t, v_count);
  end loop;
  perform set_config('lawgate.takes_back', '', true);
  update task set status = 'closed', outcome = 'cancelled', closed_at = p_at where case_id = p_case and status = 'open';
  update document d set kind = 'register-file', version = x.version
    from (select id, row_number() over (order by kind, version)::int as version from document where case_id = p_case) x
   where d.id = x.id and d.sha256 in (select i.file_hash from register_import_line l join register_import i on i.id = l.import_id
                                       where l.case_id = p_case);
  get diagnostics v_count = row_count;
  return v_counts || jsonb_build_object('document', v_count);
end $$;

revoke execute on function take_back_generated from public;
grant execute on function take_back_generated to lawgate_worker;
