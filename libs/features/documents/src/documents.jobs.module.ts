import type { TextRecogniser } from '@lawgate/files';
import { Module, type DynamicModule } from '@nestjs/common';
import {
  CLAMD_URL,
  CleanContentJob,
  CompareDocumentsJob,
  QueueRecognitionJob,
  ReadDocumentJob,
  Reader,
  RecogniseDocumentJob,
  Recogniser,
  RereadDocumentsJob,
  ScanDocumentsJob,
  TEXT_RECOGNISER,
} from './document.jobs.ts';

/** Jobs of the worker for documents. */
@Module({ providers: [Reader, ReadDocumentJob, RereadDocumentsJob, CompareDocumentsJob, CleanContentJob] })
export class DocumentsJobsModule {
  /**
   * @param options.clamdUrl `tcp://host:port`; without it nothing is scanned
   * @param options.recogniser without it nothing is recognised (OCR)
   */
  static forRoot({ clamdUrl, recogniser }: DocumentsJobsOptions): DynamicModule {
    const scanning = [{ provide: CLAMD_URL, useValue: clamdUrl }, ScanDocumentsJob];
    const recognition = [
      { provide: TEXT_RECOGNISER, useValue: recogniser },
      Recogniser,
      QueueRecognitionJob,
      RecogniseDocumentJob,
    ];
    return {
      module: DocumentsJobsModule,
      providers: [...(clamdUrl === undefined ? [] : scanning), ...(recogniser === undefined ? [] : recognition)],
    };
  }
}

export interface DocumentsJobsOptions {
  readonly clamdUrl?: string | undefined;
  readonly recogniser?: TextRecogniser | undefined;
}
