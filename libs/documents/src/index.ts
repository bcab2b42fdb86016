/** Documents: uploads into the content store, versions, downloads. */
import { DocumentEntity } from './document.entity.ts';

export { attachment } from './content-disposition.ts';
export { DocumentWriter, type NewDocument } from './document-writer.ts';
export { documentLoops, type DocumentLoopOptions } from './document-loops.ts';
export { DocumentEntity, type DocumentRow } from './document.entity.ts';
export { DocumentsModule } from './documents.module.ts';
export { drain, readUploadForm, type UploadForm, type UploadRequest } from './upload-form.ts';

/** For the app that opens the runtime. */
export const documentEntities = [DocumentEntity];
