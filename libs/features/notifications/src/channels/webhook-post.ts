/** Posts one message to a robot, and takes nothing but its plain yes for delivered. */
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { lookupAll, resolveOutward, type Lookup, type Resolved } from './outward-host.ts';
import { checkRobotAnswer, type RobotRequest } from './robot-message.ts';
import { SendError } from './send-error.ts';

export interface WebhookPostSettings {
  /** Hosts that may be inside and without TLS. */
  readonly allow: readonly string[];
  /** For the whole of it, from the look-up of the name to the end of the answer; milliseconds. */
  readonly timeoutMs?: number;
  readonly lookup?: Lookup;
}

export type PostToRobot = (request: RobotRequest) => Promise<void>;

/** Bytes of an answer; the real ones have about fifty. */
const maxAnswerBytes = 64 * 1024;

/** @returns a function that throws SendError for whatever goes wrong */
export function webhookPost(settings: WebhookPostSettings): PostToRobot {
  const { allow, timeoutMs = 10_000, lookup = lookupAll } = settings;
  return async ({ url, body }) => {
    const signal = AbortSignal.timeout(timeoutMs);
    const ended = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(new SendError('channel.timeout', '')), { once: true }),
    );
    const work = (async () => {
      const resolved = await resolveOutward(url, allow, lookup);
      const answer = await post(url, body, resolved, signal);
      checkRobotAnswer(answer.status, answer.body);
    })();
    // A look-up cannot be called off: it may end after the time is up, and then nobody waits for it.
    work.catch(() => {});
    await Promise.race([work, ended]);
  };
}

function post(
  url: URL,
  body: string,
  resolved: Resolved,
  signal: AbortSignal,
): Promise<{ status: number; body: string }> {
  // node:http and not fetch: fetch would look the name up again, and could be answered otherwise. Nothing here follows
  // a redirect, and no connection is kept for the next one.
  const lookup: LookupFunction = (_host, options, done) =>
    options.all ? done(null, [resolved]) : done(null, resolved.address, resolved.family);
  const { promise, resolve, reject } = Promise.withResolvers<{ status: number; body: string }>();
  const failed = (error: NodeJS.ErrnoException): void => {
    if (signal.aborted) reject(new SendError('channel.timeout', ''));
    else reject(error instanceof SendError ? error : new SendError('channel.unreachable', error.code ?? ''));
  };
  const request = (url.protocol === 'https:' ? https : http).request(
    url,
    {
      method: 'POST',
      agent: false,
      lookup,
      signal,
      headers: { 'content-type': 'application/json; charset=utf-8', 'content-length': Buffer.byteLength(body) },
    },
    (response) => {
      const chunks: Buffer[] = [];
      let size = 0;
      response.on('error', failed);
      response.on('data', (chunk: Buffer) => {
        size += chunk.length;
        chunks.push(chunk);
        if (size > maxAnswerBytes) response.destroy(new SendError('channel.garbage', ''));
      });
      response.on('end', () =>
        resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }),
      );
    },
  );
  request.on('error', failed);
  request.end(body);
  return promise;
}
