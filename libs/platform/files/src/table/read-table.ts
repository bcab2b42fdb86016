/** Starts the thread that reads a table file, and ends it when it takes too much. */
import { Worker } from 'node:worker_threads';
import { ProblemError } from '@lawgate/contracts';
import { TableError, type Table } from './table.ts';
import type { ThreadAnswer } from './table-thread.ts';

/** Milliseconds; the largest register takes some seconds. */
const mostMs = 90_000;
/** MiB of the thread's heap. */
const mostHeap = 768;

/** The sources run as they are in tests, the compiled files in a built server. */
const threadFile = new URL(`./table-thread${import.meta.url.endsWith('.ts') ? '.ts' : '.js'}`, import.meta.url);

/**
 * @param path a file on this machine
 * @throws ProblemError 422 with one of the codes of `TableProblem`
 */
export async function readTableFile(path: string): Promise<Table> {
  try {
    return await inThread(path);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    throw new ProblemError(422, error.code, error.message);
  }
}

/** The library gave up in a way that it does not tell; whatever it was, the file is the cause. */
function unreadable(): TableError {
  return new TableError(
    'register.file-unreadable',
    '无法读取该文件（可能已损坏）。请在表格软件中打开，另存为 xlsx 或 csv 后重新上传。',
  );
}

function inThread(path: string): Promise<Table> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(threadFile, {
      workerData: { path },
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: mostHeap },
    });
    const timer = setTimeout(() => {
      reject(new TableError('register.file-too-slow', '文件过于复杂，读取超时。请只保留台账工作表后重新上传。'));
      void thread.terminate();
    }, mostMs);
    thread.once('message', (answer: ThreadAnswer) => {
      if (answer.ok) resolve(answer.table);
      else reject(new TableError(answer.code, answer.message));
    });
    thread.once('error', (error) => {
      const outOfMemory = (error as { code?: string }).code === 'ERR_WORKER_OUT_OF_MEMORY';
      reject(
        outOfMemory
          ? new TableError('register.workbook-too-large', '工作簿过大，不予打开。请按年份拆开后上传。')
          : unreadable(),
      );
    });
    thread.once('exit', () => {
      clearTimeout(timer);
      reject(unreadable());
    });
  });
}
