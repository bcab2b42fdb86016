/** Reads one file in a separate thread, so that a malicious one can be stopped and cannot block the process. */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import { readCsv } from './csv.ts';
import { TableError, type Table, type TablePlace, type TableProblem } from './table.ts';
import { isZip, readWorkbook } from './read-workbook.ts';

export type ThreadAnswer =
  | { readonly ok: true; readonly table: Table }
  | { readonly ok: false; readonly problem: TableProblem; readonly place: TablePlace };

const { path, sheet } = workerData as { readonly path: string; readonly sheet?: string };

async function answer(): Promise<ThreadAnswer> {
  try {
    const bytes = await readFile(path);
    return { ok: true, table: isZip(bytes) ? await readWorkbook(bytes, sheet) : readCsv(bytes) };
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    return { ok: false, problem: error.problem, place: error.place };
  }
}

parentPort?.postMessage(await answer());
