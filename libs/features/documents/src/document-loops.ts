/** The loops of the worker that are about documents. */
import type { ContentStore } from '@lawgate/files';
import type { ExtraLoop, OpenRuntime } from '@lawgate/cases';
import { ContentCleaner } from './content-cleaner.ts';
import { DocumentReader } from './reading/document-reader.ts';
import { clamdScan } from './scanning/clamd-scan.ts';
import { DocumentScanner } from './scanning/document-scanner.ts';

export interface DocumentLoopOptions {
  readonly contentStore: ContentStore;
  /** `tcp://host:port`; without it nothing is scanned. */
  readonly clamdUrl?: string | undefined;
  /** Milliseconds between two looks at what waits. */
  readonly pollMs: number;
  readonly onError: (error: Error) => void;
}

/** Milliseconds; each time the whole store is gone through. */
const cleanEveryMs = 6 * 3_600_000;
const scanEveryMs = 5_000;

/** @param parts opened with role `lawgate_worker` */
export function documentLoops(parts: OpenRuntime, options: DocumentLoopOptions): ExtraLoop[] {
  const { contentStore, clamdUrl, pollMs, onError } = options;
  const { appPool, clock } = parts;
  const reader = new DocumentReader(appPool, contentStore, clock);
  const cleaner = new ContentCleaner(appPool, contentStore);
  const scanner =
    clamdUrl === undefined ? null : new DocumentScanner(appPool, contentStore, clamdScan(clamdUrl), clock, onError);
  return [
    { work: (signal) => reader.work(signal), everyMs: pollMs },
    { work: (signal) => cleaner.work(signal), everyMs: cleanEveryMs },
    ...(scanner === null ? [] : [{ work: (signal: AbortSignal) => scanner.work(signal), everyMs: scanEveryMs }]),
  ];
}
