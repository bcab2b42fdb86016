/** Reads or compares in a separate thread, so that a malicious document can be stopped and cannot block the process. */
import { parentPort, workerData } from 'node:worker_threads';
import { compareReadings, type Reading, type ReadingComparison } from '../comparing/compare-readings.ts';
import { readDocument } from './read-document.ts';
import { ReadError, type ReadProblem, type ReadText } from './read-text.ts';

export type ThreadWork =
  | { readonly kind: 'read'; readonly bytes: Uint8Array; readonly mediaType: string }
  | {
      readonly kind: 'compare';
      readonly left: Reading;
      readonly right: Reading;
      readonly ms: number;
    };

export type ThreadAnswer =
  | { readonly ok: true; readonly result: ReadText | ReadingComparison }
  | { readonly ok: false; readonly problem: ReadProblem };

async function answer(work: ThreadWork): Promise<ThreadAnswer> {
  try {
    if (work.kind === 'compare') return { ok: true, result: compareReadings(work.left, work.right, work.ms) };
    const { buffer, byteOffset, byteLength } = work.bytes;
    return { ok: true, result: await readDocument(Buffer.from(buffer, byteOffset, byteLength), work.mediaType) };
  } catch (error) {
    if (error instanceof ReadError) return { ok: false, problem: error.problem };
    // The library failed with an unknown error; the document is the cause.
    return { ok: false, problem: 'damaged' };
  }
}

parentPort?.postMessage(await answer(workerData as ThreadWork));
