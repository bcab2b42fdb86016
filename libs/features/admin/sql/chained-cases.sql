-- The next cases of an organisation and those below it, each with its whole chain.
--   $1 text path of the organisation, $2 uuid the last case before, $3 int cases
select c.id, c.last_hash as "lastHash",
       coalesce((select json_agg(json_build_object('seq', h.seq, 'body', h.body, 'prevHash', h.prev_hash, 'hash', h.hash)
                                 order by h.seq)
                   from history h where h.case_id = c.id), '[]') as links
  from review_case c
 where c.org_path ^@ $1 and c.id > $2
 order by c.id limit $3
