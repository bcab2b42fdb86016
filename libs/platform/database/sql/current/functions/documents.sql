create or replace function count_document() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  update review_case set documents = documents + 1 where id = new.case_id;
  return null;
end $$;

-- A case that has ended accepts no more documents, unless it was recorded from a register: its papers are added later. Clocks that run on can still be settled, which adds a history row.
create or replace function refuse_ended_case() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  if exists (select from review_case c where c.id = new.case_id and c.status = 'done' and not c.recorded) then
    raise exception 'the case has ended and is read-only' using errcode = 'LG423';
  end if;
  return new;
end $$;

create or replace function queue_document_text() returns trigger language plpgsql security definer set search_path = public, pg_temp as $$
begin
  insert into document_text (document_id, case_id, org_path, queued_at)
  values (new.id, new.case_id, new.org_path, new.uploaded_at);
  insert into job (kind, key, org_id, org_path)
  select 'document.text', new.id::text, c.org_id, c.org_path from review_case c where c.id = new.case_id;
  return null;
end $$;

-- queue_pictures: queues pictures that were never read, the newest first, where recognition (OCR) is on. Runs with the
-- owner's rights, because only an upload makes a row of a text otherwise.
--   p_max  maximum number of pictures
create or replace function queue_pictures(p_max int) returns void language sql security definer
set search_path = public, pg_temp as $$
  with made as (
    insert into document_text (document_id, case_id, org_path, queued_at)
    select d.id, d.case_id, d.org_path, d.uploaded_at from document d
     where d.media_type in ('image/jpeg', 'image/png') and d.scan <> 'infected'
       and not exists (select from document_text t where t.document_id = d.id)
     order by d.uploaded_at desc, d.id desc limit p_max
    on conflict (document_id) do nothing returning document_id, case_id)
  insert into job (kind, key, org_id, org_path)
  select 'document.text', made.document_id::text, c.org_id, c.org_path
    from made join review_case c on c.id = made.case_id
$$;

-- search_documents: documents whose text contains something, the newest first. Runs with the owner's rights, because
-- the
-- index on the text is not used under row-level security; therefore the function checks itself which documents are
-- visible.
--   p_like      the pattern of LIKE
--   p_before    uploaded_at of the last row of the page before, or null
--   p_before_id id of that row
--   p_limit     maximum number of rows
create or replace function search_documents(p_like text, p_before timestamptz, p_before_id uuid, p_limit int)
returns table (document_id uuid, case_id uuid, title text, category text, kind text, name text, version int, round int,
               uploaded_at timestamptz, text text)
language sql stable security definer set search_path = public, pg_temp as $$
  select d.id, d.case_id, c.title, c.category, d.kind, d.name, d.version, d.round, d.uploaded_at, t.text
    from document_text t join document d on d.id = t.document_id join review_case c on c.id = d.case_id
   where t.state = 'done' and t.text ilike p_like and d.scan <> 'infected'
     and (sees_org(t.org_path)
          or (current_setting('lawgate.scope', true) = 'assigned' and t.case_id in (select readable_cases())))
     and (p_before is null or (date_trunc('milliseconds', d.uploaded_at), d.id) < (p_before, p_before_id))
   order by date_trunc('milliseconds', d.uploaded_at) desc, d.id desc limit p_limit
$$;

-- contents_in_use: the given contents that some row refers to. Every table that refers to content has its SHA-256 in a
-- text
-- column named sha256, …_sha256 or file_hash; all such columns are searched, also those of tables added later.
--   p_contents  SHA-256, hexadecimal
create or replace function contents_in_use(p_contents text[]) returns setof text language plpgsql stable security definer
set search_path = public, pg_temp as $$
declare place record;
begin
  for place in
    select c.table_name, c.column_name from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE' and c.data_type in ('text', 'character varying')
       and (c.column_name = 'sha256' or c.column_name like '%\_sha256' or c.column_name = 'file_hash')
  loop
    return query execute format('select distinct %I::text from %I where %I = any($1)',
                                place.column_name, place.table_name, place.column_name) using p_contents;
  end loop;
end $$;

revoke execute on function queue_pictures, search_documents, contents_in_use from public;
grant execute on function queue_pictures to lawgate_worker;
grant execute on function search_documents to lawgate_app;
grant execute on function contents_in_use to lawgate_worker;
