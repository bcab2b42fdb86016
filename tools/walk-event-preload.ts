/**
 * Loaded by tools/walk-event.mjs before a server's own modules: counts the functions that run in this process while one
 * request is answered, and those that run after it. Counting begins and ends with Node's own notices of the request.
 */
import { subscribe } from 'node:diagnostics_channel';
import type { IncomingMessage } from 'node:http';
import { FunctionCoverage, type RunFunction } from '@lawgate/testing';

/** What the parent asks: `watch` a request by its path, `start` counting now, `take` what was counted. */
interface Question {
  readonly watch?: string;
  readonly start?: true;
  readonly take?: true;
}

const coverage = new FunctionCoverage();
let watched: string | null = null;
let answered: RunFunction[] = [];

const isWatched = (message: unknown): boolean => {
  const { method, url } = (message as { request: IncomingMessage }).request;
  return method === 'POST' && url === watched;
};

subscribe('http.server.request.start', (message) => {
  if (isWatched(message)) coverage.start();
});
subscribe('http.server.response.finish', (message) => {
  if (!isWatched(message)) return;
  watched = null;
  answered = coverage.take();
});

process.on('message', ({ watch, start, take }: Question) => {
  if (watch !== undefined) watched = watch;
  if (start === true) coverage.start();
  process.send?.(take === true ? { answered, later: coverage.take() } : {});
});
// The channel to the parent must not keep the process from its end.
process.channel?.unref();
