import { Module, type DynamicModule } from '@nestjs/common';
import { CONTENT_STORE, type ContentStore } from './content-store.ts';
import { DocumentWriter } from './document-writer.ts';
import { DocumentService } from './document.service.ts';
import { DocumentsController } from './documents.controller.ts';
import { FolderContentStore } from './folder-content-store.ts';

export interface DocumentsOptions {
  /** Where the bytes are kept, unless there is a `store`. Processes of one installation share it. */
  readonly folder: string;
  readonly store?: ContentStore;
}

/** The app registers `@fastify/multipart`; its `limits.fileSize` is the largest upload in bytes. */
@Module({})
export class DocumentsModule {
  static forRoot(options: DocumentsOptions): DynamicModule {
    return {
      module: DocumentsModule,
      controllers: [DocumentsController],
      providers: [
        { provide: CONTENT_STORE, useFactory: () => options.store ?? new FolderContentStore(options.folder) },
        DocumentWriter,
        DocumentService,
      ],
      exports: [CONTENT_STORE],
    };
  }
}
