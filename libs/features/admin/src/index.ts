/** Accounts and login, the audit log, and the catalogue of definitions, rule sets and calendars. */
export * from './audit/index.ts';
export * from './catalogue/index.ts';
export * from './identity/index.ts';
export { adminEntities } from './tables.ts';
