/** What the worker does with documents. */
import { CLOCK, Database, type Clock } from '@lawgate/database';
import { CONTENT_STORE, type ContentStore, type TextRecogniser } from '@lawgate/files';
import { addJob, BackgroundJob, NotYetError, type Job, type JobHandler } from '@lawgate/jobs';
import { Inject, Injectable, Optional } from '@nestjs/common';
import { ContentCleaner } from './content-cleaner.ts';
import { compareKind, DocumentReader, readAttempts, readKind } from './reading/document-reader.ts';
import { DocumentRecogniser, recogniseKind } from './recognition/document-recogniser.ts';
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

/** Documents that are read again by a newer reader in one run; the next run takes the next ones. */
const rereadAtOnce = 50;

/** After a new version of the readers: what is stored stays as it is until its document was read again. */
@BackgroundJob({
  kind: 'document.reread',
  title: '重新提取旧材料的文字',
  queue: 'long',
  schedule: { everyMs: 10 * 60_000 },
})
export class RereadDocumentsJob implements JobHandler {
  constructor(
    private readonly reader: Reader,
    private readonly database: Database<DocumentTables>,
  ) {}

  async run(): Promise<void> {
    const outdated = await this.reader.outdated(rereadAtOnce);
    await this.database.asWorker(async ({ client }) => {
      for (const { id, ...organisation } of outdated) {
        await addJob(client, { kind: readKind, key: id, organisation });
      }
    });
  }
}

/** Provided where recognition (OCR) is on. */
export const TEXT_RECOGNISER = Symbol('TEXT_RECOGNISER');

@Injectable()
export class Recogniser extends DocumentRecogniser {
  constructor(
    database: Database<DocumentTables>,
    @Inject(CONTENT_STORE) store: ContentStore,
    @Inject(CLOCK) clock: Clock,
    @Inject(TEXT_RECOGNISER) recogniser: TextRecogniser,
  ) {
    super(database, store, clock, recogniser);
  }
}

/** Documents that wait to be recognised at a time: a comparison waits at most for so many others. */
const recognisedAtOnce = 5;

@BackgroundJob({
  kind: 'document.recognition-queue',
  title: '查找没有文字的页',
  queue: 'short',
  schedule: { everyMs: 30_000 },
})
export class QueueRecognitionJob implements JobHandler {
  constructor(private readonly recogniser: Recogniser) {}

  run(): Promise<void> {
    return this.recogniser.queue(recognisedAtOnce);
  }
}

@BackgroundJob({ kind: recogniseKind, title: '文字识别（OCR）', queue: 'long', maxAttempts: readAttempts })
export class RecogniseDocumentJob implements JobHandler {
  constructor(private readonly recogniser: Recogniser) {}

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return this.recogniser.recognise(key, signal);
  }

  giveUp({ key }: Job): Promise<void> {
    return this.recogniser.giveUp(key);
  }
}

/** Milliseconds after which a comparison looks again whether its documents were recognised. */
const awaitedMs = 5_000;

@BackgroundJob({ kind: compareKind, title: '比对材料', queue: 'short', maxAttempts: readAttempts })
export class CompareDocumentsJob implements JobHandler {
  constructor(
    private readonly reader: Reader,
    @Optional() private readonly recogniser?: Recogniser,
  ) {}

  async run({ key }: Job, signal: AbortSignal): Promise<void> {
    if ((await this.recogniser?.isAwaited(key)) === true) throw new NotYetError(awaitedMs);
    await this.reader.compare(key, signal);
  }

  giveUp({ key }: Job): Promise<void> {
    return this.reader.failComparison(key, 'too-large');
  }
}

/** Each run goes through the whole store. */
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

/** Runs after an upload, and periodically for uploads whose notification was lost. */
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
