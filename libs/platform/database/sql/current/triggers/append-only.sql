-- Tables that only accept inserts.
do $$
declare t text;
begin
  foreach t in array array['history', 'history_write', 'case_log', 'opinion', 'fact', 'audit_entry', 'refusal_met', 'indicator_entry',
                           'indicator_void', 'indicator_attachment', 'annual_freeze', 'annual_case',
                           'report_template', 'paper', 'paper_reading', 'paper_template',
                           'paper_template_choice', 'document_access', 'recording', 'recording_void',
                           'proof_pack_download', 'page_count', 'archive_hand_over', 'archive_hand_over_case'] loop
    execute format('create or replace trigger %I before update or delete or truncate on %I for each statement execute function refuse_change()',
                   t || '_append_only', t);
  end loop;
end $$;

create or replace trigger calendar_change_kept before delete or truncate on calendar_change
  for each statement execute function refuse_calendar_change_removal();
create or replace trigger ruleset_append_only before update or delete or truncate on ruleset
  for each statement execute function refuse_ruleset_change();
create or replace trigger ruleset_parameter_append_only before update or delete or truncate on ruleset_parameter
  for each statement execute function refuse_ruleset_change();
