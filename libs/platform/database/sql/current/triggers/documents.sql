create or replace trigger document_counted after insert on document for each row execute function count_document();
create or replace trigger document_text_queued after insert on document for each row
  when (new.media_type !~ '^(image|video|audio)/')
  execute function queue_document_text();
create or replace trigger document_of_open_case before insert on document for each row execute function refuse_ended_case();
create or replace trigger document_announced after insert on document for each statement
  execute function announce_work('document.scan');
