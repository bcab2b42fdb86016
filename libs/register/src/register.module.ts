import { Module } from '@nestjs/common';
import { RegisterExportController } from './export/register-export.controller.ts';
import { RegisterExportService } from './export/register-export.service.ts';
import { RegisterImportController } from './import/register-import.controller.ts';
import { RegisterImportService } from './import/register-import.service.ts';

/** The app offers the content store: an imported file is the evidence of its cases and is kept among their documents. */
@Module({
  controllers: [RegisterImportController, RegisterExportController],
  providers: [RegisterImportService, RegisterExportService],
})
export class RegisterModule {}
