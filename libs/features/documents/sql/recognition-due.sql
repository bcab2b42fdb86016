-- Documents with a page that has no text and was not recognised yet, the newest first. Reasons and the name of a page
-- as in src/recognition/recognised-pages.ts.
--   $1  maximum number of rows
select t.document_id as "documentId", c.org_id as "orgId", c.org_path as "orgPath"
  from document_text t
  join document d on d.id = t.document_id
  join review_case c on c.id = t.case_id
 where t.state in ('done', 'no-text') and d.media_type in ('application/pdf', 'image/jpeg', 'image/png')
   and d.scan <> 'infected'
   and exists (select from jsonb_array_elements(t.unread) u
                where u ->> 'reason' in ('picture', 'drawing', 'glyphs')
                  and u ->> 'part' = '第' || (u ->> 'page') || '页'
                  and not exists (select from jsonb_array_elements(t.parts) p
                                   where p -> 'page' = u -> 'page' and p -> 'recognised' = 'true'))
 order by t.queued_at desc, t.document_id desc limit $1
