/** Documents: uploads into the content store, versions, downloads. */
import { DocumentEntity } from './document.entity.ts';

export { DocumentsJobsModule } from './documents.jobs.module.ts';
export { DocumentEntity, type DocumentRow } from './document.entity.ts';
export { DocumentsHttpModule } from './documents.http.module.ts';
export { DocumentsModule } from './documents.module.ts';

export * from './papers/index.ts';

/** For the app that opens the runtime. */
export const documentEntities = [DocumentEntity];
