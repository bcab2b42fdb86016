/** The file of a case: its index, retention and hand-over, and proof packs. */
export * from './archive/index.ts';
export * from './proof-pack/index.ts';
export { CaseFileJobsModule } from './case-file.jobs.module.ts';
export { caseFileEntities } from './tables.ts';
