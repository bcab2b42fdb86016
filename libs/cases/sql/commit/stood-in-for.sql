-- The people whose stand-in a person is (代理), with all ranges of days, so that a cached answer is valid for every
-- day. The function runs with the rights of its owner, so that the statement needs no viewer and no transaction.
--   $1 uuid stand-in
select person, name, from_on, to_on from stood_in_for($1)
