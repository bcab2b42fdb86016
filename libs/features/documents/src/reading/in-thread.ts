/** Starts the thread that reads or compares, and ends it when it takes too much. */
import { Worker } from 'node:worker_threads';
import type { TextComparison } from '../comparing/compare-texts.ts';
import { ReadError, type ReadText } from './read-text.ts';
import type { ThreadAnswer, ThreadWork } from './reading-thread.ts';

export interface ThreadLimits {
  /** Milliseconds; a PDF of 2,000 pages takes some seconds. */
  readonly ms: number;
  /** MiB of the thread's heap. */
  readonly heap: number;
  /** MiB by which the whole process may grow meanwhile: what a thread holds next to its heap counts for nobody else. */
  readonly growth: number;
}

export const defaultLimits: ThreadLimits = { ms: 120_000, heap: 512, growth: 1024 };

/** Milliseconds between two looks at the memory of the process. */
const lookMs = 50;

/** The sources run as they are in tests, the compiled files in a built server. */
const runsSources = import.meta.url.endsWith('.ts');
const threadFile = new URL(`./reading-thread${runsSources ? '.ts' : '.js'}`, import.meta.url);

/**
 * @param signal aborted when the process is to stop: then the thread ends at once
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
  left: readonly string[],
  right: readonly string[],
  limits = defaultLimits,
  signal?: AbortSignal,
): Promise<TextComparison> {
  // It ends by itself with what it has found so far, before it would be ended with nothing.
  return (await inThread({ kind: 'compare', left, right, ms: limits.ms / 4 }, limits, signal)) as TextComparison;
}

function inThread(work: ThreadWork, limits: ThreadLimits, signal?: AbortSignal): Promise<ReadText | TextComparison> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, {
      workerData: work,
      execArgv: runsSources ? ['--conditions=source'] : [],
      // What a library prints is about the document and belongs into no log.
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
