-- Channels: what stands in an inbox also goes out by mail and to a group robot.

alter table person add column email text
  -- One address and nothing else: a list or a second line would reach people that nobody meant.
  check (email ~ '^[^[:space:]@,;:<>"()]+@[^[:space:]@,;:<>"()]+$' and length(email) <= 254);

-- One row for each organisation that has set anything. The robot's address holds its key, so neither it nor the secret is
-- readable for the application role; `webhook_shown` is what an administrator may see of it again.
create table channel_setting (
  org_id uuid not null,
  org_path text not null,
  mail_on boolean not null default false,
  mail_from text check (mail_from ~ '^[^[:space:]@,;:<>"()]+@[^[:space:]@,;:<>"()]+$'),
  webhook_on boolean not null default false,
  webhook_kind text check (webhook_kind in ('wecom', 'dingtalk')),
  webhook_url text,
  webhook_shown text,
  webhook_secret text,
  webhook_signed boolean not null generated always as (webhook_secret is not null) stored,
  -- Both, so that a row under a false path is refused as false before it is refused as the second one.
  primary key (org_id, org_path),
  constraint channel_setting_webhook_complete
    check (not webhook_on or (webhook_kind is not null and webhook_url is not null)),
  foreign key (org_id, org_path) references organisation (id, path)
);

-- What a person wants of one channel for one kind of notice. `kind` is a kind ('reminder.T'), its family ('reminder') or
-- '*'; the most exact row holds, and without one everything is sent at once.
create table channel_preference (
  person_id uuid not null references person (id),
  kind text not null check (kind ~ '^([*]|[a-z][A-Za-z0-9.-]{0,63})$'),
  channel text not null check (channel in ('mail', 'webhook')),
  -- 'daily' gathers into one mail at the opening hour; a robot speaks to a group, where nobody has a digest of his own.
  mode text not null check (mode in ('off', 'at-once', 'daily') and (channel = 'mail' or mode <> 'daily')),
  primary key (person_id, kind, channel)
);

-- One row for each notification and channel, written by the statement that writes the notification.
create table channel_delivery (
  id uuid primary key,
  notification_id uuid not null references notification (id) on delete cascade,
  person_id uuid not null references person (id),
  org_id uuid not null,
  org_path text not null,
  channel text not null check (channel in ('mail', 'webhook')),
  digest boolean not null,
  -- waiting: not tried yet; failed: tried, comes again; dead: given up, an incident; sent: taken by the server.
  -- dropped: the channel was switched off or the address taken away before it went out.
  status text not null default 'waiting' check (status in ('waiting', 'failed', 'dead', 'sent', 'dropped')),
  -- Counted when a try begins, so that a row on which the process dies is given up like any other.
  attempts int not null default 0,
  -- Wall time, as everything that only says how long something has been under way; null: now.
  next_at timestamptz,
  -- A stable code, and what of the answer names nobody: never an address, which may hold a key.
  last_error text,
  -- The application's time, of the notification.
  created_at timestamptz not null,
  ended_at timestamptz,
  unique (notification_id, channel),
  foreign key (org_id, org_path) references organisation (id, path)
);
create index channel_delivery_mail on channel_delivery (digest, attempts, created_at, id)
  where channel = 'mail' and status in ('waiting', 'failed');
create index channel_delivery_robot on channel_delivery (org_id, attempts, created_at)
  where channel = 'webhook' and status in ('waiting', 'failed');
create index channel_delivery_dead on channel_delivery (org_path, created_at desc, id desc) where status = 'dead';

-- A server or robot that does not answer. While it is here only one try goes out at `retry_at`.
create table channel_target (
  -- 'mail', or 'webhook:' and the organisation's id.
  target text primary key,
  org_id uuid,
  -- Null for the mail server, which serves all.
  org_path text,
  channel text not null check (channel in ('mail', 'webhook')),
  failures int not null,
  since timestamptz not null,
  retry_at timestamptz,
  last_error text not null,
  foreign key (org_id, org_path) references organisation (id, path)
);

-- Whoever writes a notification writes its deliveries: no code that tells people something can forget them, and they are
-- there exactly when the notification is. Runs with the owner's rights, because mail addresses are nobody else's to read.
create function write_channel_deliveries() returns trigger language plpgsql security definer
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
  return null;
end $$;
create trigger notification_channels after insert on notification referencing new table as written
  for each statement execute function write_channel_deliveries();

-- A person's own address: readable and writable for himself, by these two ways only.
create function own_email() returns text language sql stable security definer set search_path = public, pg_temp as $$
  select p.email from person p where is_person(p.id)
$$;
create function set_own_email(p_email text) returns void language sql security definer set search_path = public, pg_temp as $$
  update person set email = p_email where is_person(id)
$$;
revoke execute on function own_email, set_own_email, write_channel_deliveries from public;
grant execute on function own_email, set_own_email to lawgate_app;

-- Administrators see no case (scope 'none') and yet look after their organisation's channels; so the scope is only asked to
-- be there, and the path to be the very same: nothing here is handed down or up.
create function of_own_org(path text) returns boolean language sql stable parallel safe as $$
  select current_setting('lawgate.scope', true) in ('organisation', 'assigned', 'none')
     and path = current_setting('lawgate.org_path', true)
$$;

grant select (email) on person to lawgate_worker;
grant select on channel_setting, channel_preference, channel_delivery, channel_target to lawgate_worker;
grant update on channel_delivery to lawgate_worker;
grant insert, update, delete on channel_target to lawgate_worker;
grant select (org_id, org_path, mail_on, mail_from, webhook_on, webhook_kind, webhook_shown, webhook_signed)
  on channel_setting to lawgate_app;
grant insert (org_id, org_path, mail_on, mail_from, webhook_on, webhook_kind, webhook_url, webhook_shown, webhook_secret),
  update (mail_on, mail_from, webhook_on, webhook_kind, webhook_url, webhook_shown, webhook_secret)
  on channel_setting to lawgate_app;
grant select, insert, delete on channel_preference to lawgate_app;
grant select, update (status, attempts, next_at, last_error) on channel_delivery to lawgate_app;
grant select on channel_target to lawgate_app;

do $$
declare t text;
begin
  foreach t in array array['channel_setting', 'channel_preference', 'channel_delivery', 'channel_target'] loop
    execute format('alter table %I enable row level security', t);
    execute format('create policy %I on %I to lawgate_worker using (true) with check (true)', t || '_worker', t);
  end loop;
end $$;
create policy channel_setting_own on channel_setting to lawgate_app
  using (of_own_org(org_path)) with check (of_own_org(org_path));
create policy channel_preference_own on channel_preference to lawgate_app
  using (is_person(person_id)) with check (is_person(person_id));
create policy channel_delivery_own on channel_delivery to lawgate_app
  using (of_own_org(org_path)) with check (of_own_org(org_path));
create policy channel_target_own on channel_target for select to lawgate_app
  using (of_own_org(coalesce(org_path, current_setting('lawgate.org_path', true))));
