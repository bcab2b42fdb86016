/** The archive: the index of a file, how long it is kept, and to whom it was handed over. */
export { ArchiveHttpModule } from './archive.http.module.ts';
export { ArchiveModule } from './archive.module.ts';
export { attachmentsOf, type Attachment } from './attachments.ts';
