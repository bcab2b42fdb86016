import { CONTENT_STORE, FolderContentStore, type ContentStore } from '@lawgate/documents';
import { Module, type DynamicModule } from '@nestjs/common';
import { RegisterEntriesController } from './entries/entries.controller.ts';
import { RegisterEntriesService } from './entries/entries.service.ts';
import { RegisterViewsService } from './entries/views.service.ts';
import { RegisterExportController } from './export/register-export.controller.ts';
import { RegisterExportService } from './export/register-export.service.ts';
import { RegisterImportController } from './import/register-import.controller.ts';
import { RegisterImportService } from './import/register-import.service.ts';

export interface RegisterOptions {
  /** The folder of the documents: an imported file is the evidence of its cases and is kept among them. */
  readonly folder: string;
  readonly store?: ContentStore;
}

@Module({})
export class RegisterModule {
  static forRoot(options: RegisterOptions): DynamicModule {
    return {
      module: RegisterModule,
      controllers: [RegisterImportController, RegisterExportController, RegisterEntriesController],
      providers: [
        { provide: CONTENT_STORE, useFactory: () => options.store ?? new FolderContentStore(options.folder) },
        RegisterImportService,
        RegisterExportService,
        RegisterEntriesService,
        RegisterViewsService,
      ],
    };
  }
}
