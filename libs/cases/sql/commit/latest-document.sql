-- The latest version of a kind of document of a case.
--   $1 uuid case, $2 text kind
select id, kind, name, version, round, size::float8 as size, media_type as "mediaType", sha256, sm3,
       to_char(uploaded_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "uploadedAt"
  from document where case_id = $1 and kind = $2 order by version desc limit 1
