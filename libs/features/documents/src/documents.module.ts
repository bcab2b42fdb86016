import { Module } from '@nestjs/common';
import { ComparisonService } from './comparing/comparison.service.ts';
import { ComparisonsController } from './comparing/comparisons.controller.ts';
import { DocumentReadingService } from './document-reading.service.ts';
import { DocumentWriter } from '@lawgate/cases';
import { DocumentService } from './document.service.ts';
import { DocumentsController } from './documents.controller.ts';
import { RecordingsController } from './recordings/recordings.controller.ts';
import { RecordingsService } from './recordings/recordings.service.ts';

/**
 * The app offers the content store and registers `@fastify/multipart`; its `limits.fileSize` is the largest upload in
 * bytes.
 */
@Module({
  controllers: [DocumentsController, ComparisonsController, RecordingsController],
  providers: [DocumentWriter, DocumentService, DocumentReadingService, ComparisonService, RecordingsService],
})
export class DocumentsModule {}
