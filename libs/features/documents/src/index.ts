/** Documents: uploads into the content store, versions, downloads. */
export { DocumentsJobsModule } from './documents.jobs.module.ts';
export { DocumentsHttpModule } from './documents.http.module.ts';
export { DocumentsModule } from './documents.module.ts';
export { documentEntities } from './tables.ts';

export * from './papers/index.ts';
