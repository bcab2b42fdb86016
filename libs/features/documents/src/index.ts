/** Documents: uploads into the content store, versions, downloads. */
export { documentLoops, type DocumentLoopOptions } from './document-loops.ts';
export { DocumentsModule } from './documents.module.ts';
export { documentEntities } from './tables.ts';

export * from './papers/index.ts';
