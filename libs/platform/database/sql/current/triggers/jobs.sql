create or replace trigger job_announced after insert on job for each statement execute function announce_work();
