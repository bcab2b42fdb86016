/** Accounts and login, the audit log, and the catalogue of definitions, rule sets and calendars. */
export { AdminJobsModule } from './admin.jobs.module.ts';
export * from './audit/index.ts';
export { BackgroundHttpModule } from './background/background.http.module.ts';
export * from './catalogue/index.ts';
export * from './identity/index.ts';
export { adminEntities } from './tables.ts';
