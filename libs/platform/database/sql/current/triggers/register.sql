drop trigger if exists case_registered on history;
create constraint trigger case_registered after insert on history deferrable initially deferred
  for each row execute function register_committed();
create or replace trigger number_voided after update of void_reason on document_number
  for each row execute function register_voided();
