-- Writes a version of a document. A version that exists already violates the unique key: another upload took it.
--   $1 uuid id, $2 uuid case, $3 text path of the organisation, $4 text kind, $5 text name, $6 int version,
--   $7 bigint bytes, $8 text media type, $9 text sha256, $10 text sm3, $11 uuid person, $12 timestamptz, $13 int round
insert into document (id, case_id, org_path, kind, name, version, size, media_type, sha256, sm3, uploaded_by,
                      uploaded_at, round)
values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
