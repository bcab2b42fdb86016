-- A rule set with its values by category and key.
--   $1 int version
select r.version, r.effective_from::text as "effectiveFrom", r.document_number as "documentNumber",
       r.base_version as "baseVersion",
       coalesce((select json_object_agg(c.category, c.values)
                   from (select p.category,
                                json_object_agg(p.key, json_build_object('value', p.value, 'citation', p.citation)) as values
                           from ruleset_parameter p where p.version = r.version group by p.category) as c), '{}') as values
  from ruleset r
 where r.version = $1
