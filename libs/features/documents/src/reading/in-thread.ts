/** Runs reading and comparing in a worker thread, and ends it when it exceeds its limits. */
import { Worker } from 'node:worker_threads';
import type { Reading, ReadingComparison } from '../comparing/compare-readings.ts';
import { ReadError, type ReadText } from './read-text.ts';
import type { ThreadAnswer, ThreadWork } from './reading-thread.ts';

export interface ThreadLimits {
  /** Time limit in milliseconds; a PDF of 2,000 pages takes some seconds. */
  readonly ms: number;
  /** Maximum heap of the thread in MiB. */
  readonly heap: number;
  /**
   * Maximum growth of the whole process in MiB meanwhile: memory outside the thread's heap is not limited otherwise.
   */
  readonly growth: number;
}

export const defaultLimits: ThreadLimits = { ms: 120_000, heap: 512, growth: 1024 };

/** Interval in milliseconds at which the memory of the process is checked. */
const lookMs = 50;

/** The source file in tests, the compiled file in a built server. */
const runsSources = import.meta.url.endsWith('.ts');
const threadFile = new URL(`./reading-thread${runsSources ? '.ts' : '.js'}`, import.meta.url);

/**
 * @param signal aborted when the process stops: then the thread is ended at once
 * @throws ReadError; the signal's reason when it was aborted
 */
export async function readInThread(
  bytes: Buffer,
  mediaType: string,
  limits = defaultLimits,
  signal?: AbortSignal,
): Promise<ReadText> {
  return (await inThread({ kind: 'read', bytes, mediaType }, limits, signal)) as ReadText;
}

/** @throws ReadError; the signal's reason when it was aborted */
export async function compareInThread(
  left: Reading,
  right: Reading,
  limits = defaultLimits,
  signal?: AbortSignal,
): Promise<ReadingComparison> {
  // It stops by itself with a partial result before it would be ended without any.
  return (await inThread({ kind: 'compare', left, right, ms: limits.ms / 4 }, limits, signal)) as ReadingComparison;
}

function inThread(work: ThreadWork, limits: ThreadLimits, signal?: AbortSignal): Promise<ReadText | ReadingComparison> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, {
      workerData: work,
      execArgv: runsSources ? ['--conditions=source'] : [],
      // Output of a library is about the document and must not get into the log.
      stdout: true,
      stderr: true,
      resourceLimits: { maxOldGenerationSizeMb: limits.heap, maxYoungGenerationSizeMb: 64 },
    });
    const end = (reason: unknown): void => {
      reject(reason);
      void thread.terminate();
    };
    const stop = (problem: 'too-slow' | 'too-large'): void => end(new ReadError(problem));
    const aborted = (): void => end(signal?.reason);
    signal?.addEventListener('abort', aborted);
    const before = process.memoryUsage.rss();
    const look = setInterval(() => {
      if (process.memoryUsage.rss() - before > limits.growth * 1024 * 1024) stop('too-large');
    }, lookMs);
    const timer = setTimeout(() => stop('too-slow'), limits.ms);
    thread.once('message', (answer: ThreadAnswer) => {
      if (answer.ok) resolve(answer.result);
      else reject(new ReadError(answer.problem));
    });
    thread.once('error', (error) => {
      const outOfMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(new ReadError(outOfMemory ? 'too-large' : 'damaged', error));
    });
    thread.once('exit', () => {
      signal?.removeEventListener('abort', aborted);
      clearInterval(look);
      clearTimeout(timer);
      reject(new ReadError('damaged'));
    });
  });
}
