-- The event that a clock sends when its last day has passed, and the organisation in whose name it is sent.
--   $1 uuid case, $2 text key of the clock, $3 int run of the clock
select k.on_due as "onDue", c.org_id as "orgId" from clock k join review_case c on c.id = k.case_id
 where k.case_id = $1 and k.key = $2 and k.run = $3
