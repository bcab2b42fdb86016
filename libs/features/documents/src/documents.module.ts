import { DocumentWriter } from '@lawgate/cases';
import { Module } from '@nestjs/common';
import { ComparisonService } from './comparing/comparison.service.ts';
import { DocumentReadingService } from './document-reading.service.ts';
import { DocumentService } from './document.service.ts';
import { DocumentPreviewService } from './preview/document-preview.service.ts';
import { RecordingsService } from './recordings/recordings.service.ts';

const services = [
  DocumentWriter,
  DocumentService,
  DocumentReadingService,
  DocumentPreviewService,
  ComparisonService,
  RecordingsService,
];

/** The application provides the content store. */
@Module({ providers: services, exports: services })
export class DocumentsModule {}
