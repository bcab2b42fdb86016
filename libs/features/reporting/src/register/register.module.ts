import { Module } from '@nestjs/common';
import { RegisterEntriesService } from './entries/entries.service.ts';
import { RegisterViewsService } from './entries/views.service.ts';
import { RegisterExportService } from './export/register-export.service.ts';
import { RegisterImportService } from './import/register-import.service.ts';

const services = [RegisterImportService, RegisterExportService, RegisterEntriesService, RegisterViewsService];

/**
 * The application provides the content store: an imported file is the evidence of its cases and is stored with their
 * documents.
 */
@Module({ providers: services, exports: services })
export class RegisterModule {}
