-- Locks a case for the row of a document, and reads its version.
-- The same lock that counting the document takes later: with a weaker one first, two uploads could deadlock. It also
-- blocks events until the row is written.
--   $1 uuid case
select version from review_case where id = $1 for no key update
