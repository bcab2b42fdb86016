/** Documents: uploads into a content-addressed store, versions, downloads. */
import { DocumentEntity } from './document.entity.ts';

export { CONTENT_STORE, ContentStoreError, type ContentStore, type IncomingContent } from './content-store.ts';
export { DocumentWriter, type NewDocument } from './document-writer.ts';
export { DocumentEntity, type DocumentRow } from './document.entity.ts';
export { DocumentsModule, type DocumentsOptions } from './documents.module.ts';
export { FolderContentStore } from './folder-content-store.ts';
export { drain, readUploadForm, type UploadForm, type UploadRequest } from './upload-form.ts';

/** For the app that opens the runtime. */
export const documentEntities = [DocumentEntity];
