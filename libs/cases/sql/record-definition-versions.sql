-- Records what each version of a category says; a version that says the same as before keeps its row.
--   $1 jsonb [{key text, version int, hash text, parts jsonb}]
insert into definition_version (key, version, hash, parts)
select x.key, x.version, x.hash, x.parts
  from jsonb_to_recordset($1::jsonb) as x (key text, version int, hash text, parts jsonb)
on conflict (key, version) do update
   set hash = excluded.hash, parts = excluded.parts, recorded_at = excluded.recorded_at
 where definition_version.hash <> excluded.hash
