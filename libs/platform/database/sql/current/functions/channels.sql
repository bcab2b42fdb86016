-- Adds the deliveries of a notification when its row is inserted, so that no code that sends notices can omit them.
-- Runs
-- with the owner's rights, because nobody else may read mail addresses.
create or replace function write_channel_deliveries() returns trigger language plpgsql security definer
  set search_path = public, pg_temp as $$
begin
  insert into channel_delivery (id, notification_id, person_id, org_id, org_path, channel, digest, created_at)
  select gen_random_uuid(), n.id, n.person_id, p.org_id, p.org_path, x.channel, coalesce(w.mode, '') = 'daily', n.created_at
    from written n
    join person p on p.id = n.person_id and p.active
    join channel_setting s on s.org_id = p.org_id
    join lateral (values ('mail', s.mail_on and p.email is not null), ('webhook', s.webhook_on)) as x (channel, open)
      on x.open
    left join lateral (
      select c.mode from channel_preference c
       where c.person_id = n.person_id and c.channel = x.channel
         and c.kind in (n.kind, split_part(n.kind, '.', 1), '*')
       order by c.kind = '*', length(c.kind) desc limit 1) as w on true
   where w.mode is distinct from 'off';
  if found then perform pg_notify('lawgate_work', 'channel.delivery'); end if;
  return null;
end $$;

-- A person's own address: these two functions are the only way to read and write it.
create or replace function own_email() returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.email from person p where is_person(p.id)
$$;

create or replace function set_own_email(p_email text) returns void language sql security definer set search_path = public, pg_temp as $$
  update person set email = p_email where is_person(id)
$$;

revoke execute on function write_channel_deliveries, own_email, set_own_email from public;
grant execute on function own_email, set_own_email to lawgate_app;
