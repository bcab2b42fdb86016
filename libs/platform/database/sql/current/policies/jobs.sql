-- A job belongs to the organisation that requested it, or to none. Administrators have the scope 'none' and see the
-- jobs
-- of their organisation and those of none; operator_jobs shows counts of all jobs.
alter table job enable row level security;
drop policy if exists job_worker on job;
create policy job_worker on job to lawgate_worker using (true) with check (true);
drop policy if exists job_read on job;
create policy job_read on job for select to lawgate_app using (of_own_org(org_path));
drop policy if exists job_insert on job;
create policy job_insert on job for insert to lawgate_app with check (of_own_org(org_path));
