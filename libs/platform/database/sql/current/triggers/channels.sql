create or replace trigger notification_channels after insert on notification referencing new table as written
  for each statement execute function write_channel_deliveries();
