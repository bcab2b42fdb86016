-- Pages by item: as the archivist counted them last, and until then as many as the reader of documents found.
--   $1 uuid case
select distinct on (k.item) k.item as id, k.pages from (
  select c.item_id as item, c.pages, c.entered_at as known_at, c.id as count_id
    from page_count c where c.case_id = $1
  union all
  select t.document_id, t.pages, '-infinity'::timestamptz, null from document_text t
   where t.case_id = $1 and t.pages > 0) k
 order by k.item, k.known_at desc, k.count_id desc
