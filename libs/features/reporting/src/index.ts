/** Figures of a year: the ledger of indicators, the annual report and the register. */
export * from './indicators/index.ts';
export * from './register/index.ts';
export * from './reports/index.ts';
export { ReportingJobsModule } from './reporting.jobs.module.ts';
export { reportingEntities } from './tables.ts';
