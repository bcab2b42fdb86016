-- What was read of a document by its parts, what was not, and by which version of the reader; and what a comparison left out.
alter table document_text
  -- [{kind, page, lines, recognised?}] in the order of the text: how many of its lines belong to each part
  add column parts jsonb not null default '[]',
  -- [{part, page, reason}]
  add column unread jsonb not null default '[]',
  -- Version of the reader; 0 for what was read before readers had one. An older one is read again.
  add column reader int not null default 0;
create index document_text_reader on document_text (reader, queued_at desc, document_id desc) where state <> 'pending';
grant update (parts, unread, reader) on document_text to lawgate_worker;

alter table comparison
  -- [{part, page, reason}]; null for comparisons of an older reader, which did not say
  add column not_compared jsonb,
  add column reader int not null default 0;
-- The same two are compared again by a newer reader; the comparison that was accepted remains.
alter table comparison drop constraint comparison_left_id_right_id_key;
alter table comparison add constraint comparison_left_id_right_id_reader_key unique (left_id, right_id, reader);
grant update (not_compared) on comparison to lawgate_worker;
