/**
 * Loaded by tools/walk-event.mjs before a server's own modules: counts the functions that run in this process while one
 * request is answered, and after it.
 */
import { FunctionCoverage, type RunFunction } from '@lawgate/testing';

/** Requests of the parent: `watch` a request by its path, `start` counting now, `take` the counts. */
interface Question {
  readonly watch?: string;
  readonly start?: true;
  readonly take?: true;
}

const coverage = new FunctionCoverage();
let answered: RunFunction[] = [];

process.on('message', ({ watch, start, take }: Question) => {
  if (watch !== undefined) void coverage.answering(watch).then((functions) => (answered = functions));
  if (start === true) coverage.start();
  process.send?.(take === true ? { answered, later: coverage.take() } : {});
});
// The channel to the parent must not keep the process running.
process.channel?.unref();
