/** Documents: uploads into the content store, versions, downloads. */
export { DocumentsJobsModule } from './documents.jobs.module.ts';
export { DocumentsHttpModule } from './documents.http.module.ts';
export { DocumentsModule } from './documents.module.ts';
export { documentEntities, type DocumentTables } from './tables.ts';
export { DocumentReader } from './reading/document-reader.ts';
export * from './comparing/index.ts';

export * from './papers/index.ts';
