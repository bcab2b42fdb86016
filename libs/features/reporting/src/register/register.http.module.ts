import { Module } from '@nestjs/common';
import { RegisterEntriesController } from './entries/entries.controller.ts';
import { RegisterExportController } from './export/register-export.controller.ts';
import { RegisterImportController } from './import/register-import.controller.ts';
import { RegisterModule } from './register.module.ts';

@Module({
  imports: [RegisterModule],
  controllers: [RegisterImportController, RegisterExportController, RegisterEntriesController],
})
export class RegisterHttpModule {}
