-- case_log_end: the end of a case's log, locked until the end of the transaction, and rows that this transaction wrote.
--   p_case  the case
--   p_rows  [{in, key}]: table, and the columns that find one row of the case in it
-- Returns null where there is no such case; a row that is not there is null in `rows`.
-- The lock is the one that counting a document takes: with a weaker one first, two writers could deadlock.
create or replace function case_log_end(p_case uuid, p_rows jsonb) returns jsonb
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_end jsonb; v_row jsonb; v_found jsonb := '[]'; v_one jsonb; v_table text;
begin
  select jsonb_build_object('orgPath', c.org_path, 'seq', c.log_seq, 'hash', c.log_hash, 'version', c.version,
                            'lastHash', c.last_hash)
    into v_end from review_case c where c.id = p_case for no key update;
  if not found then return null; end if;
  for v_row in select jsonb_array_elements(p_rows) loop
    v_table := v_row ->> 'in';
    if v_table <> all (array['document', 'paper', 'recording', 'recording_void', 'comparison', 'page_count',
                             'refusal_met', 'urge', 'case_copy', 'archive_hand_over_case']) then
      raise exception 'the log of a case does not record %', v_table;
    end if;
    execute format('select to_jsonb(x) from %I x where x.case_id = $1 and to_jsonb(x) @> $2', v_table)
      into v_one using p_case, v_row -> 'key';
    v_found := v_found || coalesce(v_one, 'null'::jsonb);
  end loop;
  return v_end || jsonb_build_object('rows', v_found);
end $$;

-- case_log_add: appends one entry after the end that case_log_end locked.
--   p_entry  {case, seq, at, type, body, prevHash, hash}
-- Raises LG409 when another entry was appended meanwhile.
create or replace function case_log_add(p_entry jsonb) returns void
language plpgsql security definer set search_path = public, pg_temp as $$
declare v_path text;
begin
  update review_case set log_seq = (p_entry ->> 'seq')::int, log_hash = p_entry ->> 'hash'
   where id = (p_entry ->> 'case')::uuid and log_seq = (p_entry ->> 'seq')::int - 1
     and coalesce(log_hash, repeat('0', 64)) = p_entry ->> 'prevHash'
  returning org_path into v_path;
  if not found then raise exception 'the log went on meanwhile' using errcode = 'LG409'; end if;
  insert into case_log (case_id, seq, org_path, at, type, body, prev_hash, hash)
  values ((p_entry ->> 'case')::uuid, (p_entry ->> 'seq')::int, v_path, (p_entry ->> 'at')::timestamptz,
          p_entry ->> 'type', p_entry ->> 'body', p_entry ->> 'prevHash', p_entry ->> 'hash');
end $$;

revoke execute on function case_log_end, case_log_add from public;
grant execute on function case_log_end, case_log_add to lawgate_app, lawgate_worker;
