import { Module } from '@nestjs/common';
import { ComparisonsController } from './comparing/comparisons.controller.ts';
import { DocumentsController } from './documents.controller.ts';
import { DocumentsModule } from './documents.module.ts';
import { DocumentPreviewController } from './preview/document-preview.controller.ts';
import { RecordingsController } from './recordings/recordings.controller.ts';

@Module({
  imports: [DocumentsModule],
  controllers: [DocumentsController, DocumentPreviewController, ComparisonsController, RecordingsController],
})
export class DocumentsHttpModule {}
