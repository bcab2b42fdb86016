-- Takes the next number of a series and locks the series until the end of the transaction, so that numbers have no
-- gaps.
--   $1 text scope, $2 text path, $3 text id of the viewer, $4 uuid issuer, $5 text code, $6 int year, $7 uuid case,
--   $8 text purpose, $9 timestamptz time of the event
select number, text from take_number($1, $2, $3, $4, $5, $6, $7, $8, $9)
