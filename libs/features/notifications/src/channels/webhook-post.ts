/** Posts one message to a robot, and counts it as delivered only if the answer reports success. */
import http from 'node:http';
import https from 'node:https';
import type { LookupFunction } from 'node:net';
import { lookupAll, resolveOutward, type Lookup, type Resolved } from './outward-host.ts';
import { checkRobotAnswer, type RobotRequest } from './robot-message.ts';
import { SendError } from './send-error.ts';

export interface WebhookPostSettings {
  /** Hosts that may be inside the network and without TLS. */
  readonly allow: readonly string[];
  /** Timeout in milliseconds, from the look-up of the name to the end of the answer. */
  readonly timeoutMs?: number;
  readonly lookup?: Lookup;
}

export type PostToRobot = (request: RobotRequest) => Promise<void>;

/** Maximum bytes of an answer; real ones have about fifty. */
const maxAnswerBytes = 64 * 1024;

/** @returns a function that throws SendError for every failure */
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
    // A look-up cannot be cancelled: it may end after the timeout, and its error must not be unhandled.
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
  // node:http and not fetch: fetch would resolve the name again, possibly to another address. Redirects are not
  // followed, and connections are not reused.
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
