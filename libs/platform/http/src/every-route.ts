/**
 * What is the same for every route: how JSON is read, what no route takes, the key that makes a command take effect once,
 * the id of a request, and the headers of every answer.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ProblemError, refuseUnstorable } from '@lawgate/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Bytes of a JSON body, at most. */
export const maxJsonBytes = 1024 * 1024;

/**
 * JSON is all that is read here; the multipart plug-in reads forms with files. Nest's own parsers stay out: they make
 * one error of everything that a body can be wrong about, and take forms of plain HTML.
 */
export function readJsonOnly(fastify: FastifyInstance): void {
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser(
    'application/json',
    { parseAs: 'string', bodyLimit: maxJsonBytes },
    (request, body, done) => {
      parse(request, body as string, (error, value) => done(error === null ? null : malformedJson(), value));
    },
  );
  fastify.addHook('preValidation', async (request: FastifyRequest) => {
    refuseUnstorable(request.query);
    refuseUnstorable(request.body);
  });
}

/** Also for a body that names `__proto__` or `constructor`: nobody who means well sends one. */
function malformedJson(): ProblemError {
  return new ProblemError(400, 'request.malformed-json', '请求内容不是有效的JSON，请检查格式。');
}

/** A request that takes effect once for each key; the same key with another request is refused. */
export interface KeyedRequest {
  readonly key: string;
  readonly request: unknown;
}

/**
 * What a command carries in its `Idempotency-Key` header; null without one.
 *
 * @param request what the same key must come with again
 * @throws ProblemError 422 `idempotency.key-invalid`
 */
export function idempotencyOf(key: string | undefined, request: unknown): KeyedRequest | null {
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new ProblemError(422, 'idempotency.key-invalid', '幂等键（Idempotency-Key）应为1至200个可见的英文字符。');
  }
  return { key, request };
}

/** Headers of every answer; a route that says how long it may be kept is left alone. */
export function addHeaders(instance: FastifyInstance): void {
  instance.addHook('onSend', (_request, reply, payload, done) => {
    void reply.header('x-content-type-options', 'nosniff');
    void reply.header('x-frame-options', 'DENY');
    void reply.header('referrer-policy', 'same-origin');
    if (!reply.hasHeader('cache-control')) void reply.header('cache-control', 'no-store');
    done(null, payload);
  });
}

export const requestIdHeader = 'x-request-id';

/** Nothing in it that a log or a shell could take for something else. */
const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id that a proxy gave the request, when it is well-formed; otherwise a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[requestIdHeader];
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
}

/** What is known of a request once it is answered: nothing that a person typed. */
export interface AnsweredRequest {
  readonly requestId: string;
  readonly method: string;
  /** As it was declared, for instance `/api/cases/:id`; null where there is none. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
}

/** Every answer carries the id of its request, by which its lines are found in the log. */
export function nameRequests(
  instance: FastifyInstance,
  onAnswered: ((answered: AnsweredRequest) => void) | undefined,
): void {
  instance.addHook('onRequest', (request, reply, done) => {
    void reply.header(requestIdHeader, request.id);
    done();
  });
  if (onAnswered === undefined) return;
  instance.addHook(
    'onResponse',
    ({ id: requestId, method, routeOptions }, { statusCode: status, elapsedTime }, done) => {
      onAnswered({ requestId, method, route: routeOptions.url ?? null, status, durationMs: elapsedTime });
      done();
    },
  );
}
