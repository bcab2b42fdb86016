/** What the worker does with documents. */
import { CLOCK, Database, type Clock } from '@lawgate/database';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { BackgroundJob, type Job, type JobHandler } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { ContentCleaner } from './content-cleaner.ts';
import { compareKind, DocumentReader, readAttempts, readKind } from './reading/document-reader.ts';
import { clamdScan } from './scanning/clamd-scan.ts';
import { DocumentScanner } from './scanning/document-scanner.ts';
import type { DocumentTables } from './tables.ts';

@Injectable()
export class Reader extends DocumentReader {
  constructor(
    database: Database<DocumentTables>,
    @Inject(CONTENT_STORE) store: ContentStore,
    @Inject(CLOCK) clock: Clock,
  ) {
    super(database, store, clock);
  }
}

@BackgroundJob({ kind: readKind, title: '提取材料文字', queue: 'short', maxAttempts: readAttempts, batch: 20 })
export class ReadDocumentJob implements JobHandler {
  constructor(private readonly reader: Reader) {}

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return this.reader.read(key, signal);
  }

  giveUp({ key }: Job): Promise<void> {
    return this.reader.failText(key, 'too-large');
  }
}

@BackgroundJob({ kind: compareKind, title: '比对材料', queue: 'short', maxAttempts: readAttempts })
export class CompareDocumentsJob implements JobHandler {
  constructor(private readonly reader: Reader) {}

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return this.reader.compare(key, signal);
  }

  giveUp({ key }: Job): Promise<void> {
    return this.reader.failComparison(key, 'too-large');
  }
}

/** Each time the whole store is gone through. */
@BackgroundJob({
  kind: 'document.content-cleaning',
  title: '清理无主文件',
  queue: 'long',
  schedule: { everyMs: 6 * 3_600_000 },
})
export class CleanContentJob implements JobHandler {
  readonly #cleaner: ContentCleaner;

  constructor(database: Database, @Inject(CONTENT_STORE) store: ContentStore) {
    this.#cleaner = new ContentCleaner(database, store);
  }

  async run(_job: Job, signal: AbortSignal): Promise<void> {
    await this.#cleaner.work(signal);
  }
}

/** `tcp://host:port`. */
export const CLAMD_URL = Symbol('CLAMD_URL');

/** Runs when a document was handed in, and from time to time for what was not announced. */
@BackgroundJob({ kind: 'document.scan', title: '病毒检查', queue: 'short', schedule: { everyMs: 60_000 } })
export class ScanDocumentsJob implements JobHandler {
  readonly #scanner: DocumentScanner;

  constructor(
    database: Database,
    @Inject(CONTENT_STORE) store: ContentStore,
    @Inject(CLOCK) clock: Clock,
    @Inject(CLAMD_URL) clamdUrl: string,
  ) {
    this.#scanner = new DocumentScanner(database, store, clamdScan(clamdUrl), clock);
  }

  run(_job: Job, signal: AbortSignal): Promise<void> {
    return this.#scanner.work(signal);
  }
}
