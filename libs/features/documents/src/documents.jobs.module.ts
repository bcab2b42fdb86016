import { Module, type DynamicModule } from '@nestjs/common';
import {
  CLAMD_URL,
  CleanContentJob,
  CompareDocumentsJob,
  ReadDocumentJob,
  Reader,
  RereadDocumentsJob,
  ScanDocumentsJob,
} from './document.jobs.ts';

/** Jobs of the worker for documents. */
@Module({ providers: [Reader, ReadDocumentJob, RereadDocumentsJob, CompareDocumentsJob, CleanContentJob] })
export class DocumentsJobsModule {
  /** @param options.clamdUrl `tcp://host:port`; without it nothing is scanned */
  static forRoot({ clamdUrl }: { clamdUrl?: string | undefined }): DynamicModule {
    const scanning = [{ provide: CLAMD_URL, useValue: clamdUrl }, ScanDocumentsJob];
    return { module: DocumentsJobsModule, providers: clamdUrl === undefined ? [] : scanning };
  }
}
