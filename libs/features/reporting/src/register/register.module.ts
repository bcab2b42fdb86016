import { Module } from '@nestjs/common';
import { RegisterEntriesController } from './entries/entries.controller.ts';
import { RegisterEntriesService } from './entries/entries.service.ts';
import { RegisterViewsService } from './entries/views.service.ts';
import { RegisterExportController } from './export/register-export.controller.ts';
import { RegisterExportService } from './export/register-export.service.ts';
import { RegisterImportController } from './import/register-import.controller.ts';
import { RegisterImportService } from './import/register-import.service.ts';

/** The app offers the content store: an imported file is the evidence of its cases and is kept among their documents. */
@Module({
  controllers: [RegisterImportController, RegisterExportController, RegisterEntriesController],
  providers: [RegisterImportService, RegisterExportService, RegisterEntriesService, RegisterViewsService],
})
export class RegisterModule {}
