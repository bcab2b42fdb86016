/** The archive: the index of a file, its retention, and hand-overs. */
export { ArchiveHttpModule } from './archive.http.module.ts';
export { ArchiveModule } from './archive.module.ts';
export { attachmentsOf, type Attachment } from './attachments.ts';
