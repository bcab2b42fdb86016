-- The cases behind one figure, oldest receipt first; follows `book.sql` ($1 to $4).
--   $5 text  the figure
--   $6 text  category, or null for all
--   $7 text  conclusion, or null for all
--   $8 text  adoption, or null for all
--   $9 date, $10 uuid  the last row of the page before, or null
--   $11 int  how many rows
select c.id, coalesce(b.title, c.title) as title, b.category, c.state, c.stage, c.status, c.org_id as "orgId", o.code as "orgCode",
       o.name as "orgName", b.received_on::text as "receivedOn", b.accepted_on::text as "acceptedOn",
       b.outcome, b.outcome_on::text as "outcomeOn", b.conclusion, b.adoption, b.days as "workingDays",
       b.first_on::text as "sortOn"
  from book b join review_case c on c.id = b.case_id join organisation o on o.id = c.org_id
 where case $5::text
         when 'received' then b.received
         when 'accepted' then b.accepted
         when 'concluded' then b.concluded
         when 'returned' then b.returned
         when 'declined' then b.declined
         when 'withdrawn' then b.withdrawn
         when 'supplements' then b.supplements
         when 'overdue' then b.overdue
         when 'urgent' then b.urgent
         when 'adviserParticipation' then b.adviser_participation
         when 'filed' then b.filed
         when 'filedOnTime' then b.filed_on_time
         when 'carriedIn' then b.carried_in
         when 'carriedOut' then b.carried_out
         else false
       end
   and ($6::text is null or b.category = $6)
   and ($7::text is null or b.conclusion = $7)
   and ($8::text is null or b.adoption = $8)
   and ($9::date is null or (b.first_on, c.id) > ($9::date, $10::uuid))
 order by b.first_on, c.id
 limit $11
