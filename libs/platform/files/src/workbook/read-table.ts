/** Reads a table file in a worker thread, which is ended when it exceeds its limits. */
import { Worker } from 'node:worker_threads';
import { TableError, type Table } from './table.ts';
import type { ThreadAnswer } from './table-thread.ts';

/** Time limit in milliseconds; the largest register takes some seconds. */
const maxMs = 90_000;
/** Maximum heap of the thread in MiB. */
const maxHeapMiB = 768;

/** The source file in tests, the compiled file in a built server. */
const threadFile = new URL(`./table-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/**
 * The table in a file of this machine, read in a separate thread.
 *
 * @param sheet name of the sheet of a workbook; by default its first visible one that is more than one column wide
 * @throws TableError
 */
export function readTableFile(path: string, sheet?: string): Promise<Table> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, {
      workerData: { path, sheet },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: maxHeapMiB },
    });
    const timer = setTimeout(() => {
      reject(new TableError('too-slow'));
      void thread.terminate();
    }, maxMs);
    thread.once('message', (answer: ThreadAnswer) => {
      if (answer.ok) resolve(answer.table);
      else reject(new TableError(answer.problem, answer.place));
    });
    thread.once('error', (error) => {
      const outOfMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(new TableError(outOfMemory ? 'out-of-memory' : 'reader-failed', {}, error));
    });
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(new TableError('reader-failed'));
    });
  });
}
