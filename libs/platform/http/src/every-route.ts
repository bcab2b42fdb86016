/**
 * Common to every route: parsing of JSON, values that no route accepts, idempotency keys, the id of a request, and the
 * headers of every answer.
 */
import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { ProblemError, refuseUnstorable } from '@lawgate/contracts';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** Maximum bytes of a JSON body. */
export const maxJsonBytes = 1024 * 1024;

/**
 * Only JSON is parsed here; the multipart plugin reads forms with files. Nest's own parsers are disabled: they report
 * all errors of a body as one, and accept plain HTML forms.
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

/** Also for a body that names `__proto__` or `constructor`: no regular client sends one. */
function malformedJson(): ProblemError {
  return new ProblemError(400, 'request.malformed-json', '请求内容不是有效的JSON，请检查格式。');
}

/** A request that takes effect once for each key; the same key with another request is refused. */
export interface KeyedRequest {
  readonly key: string;
  readonly request: unknown;
}

/**
 * The `Idempotency-Key` header of a command; null without one.
 *
 * @param request what must be the same when the key is repeated
 * @throws ProblemError 422 `idempotency.key-invalid`
 */
export function idempotencyOf(key: string | undefined, request: unknown): KeyedRequest | null {
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new ProblemError(422, 'idempotency.key-invalid', '幂等键（Idempotency-Key）应为1至200个可见的英文字符。');
  }
  return { key, request };
}

/** Headers of every answer; a route that sets its own caching header keeps it. */
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

/** Only characters without a meaning in logs and shells. */
const wellFormed = /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/;

/** The id that a proxy gave the request, when it is well-formed; otherwise a new one. */
export function requestIdOf({ headers }: Pick<IncomingMessage, 'headers'>): string {
  const given = headers[requestIdHeader];
  return typeof given === 'string' && wellFormed.test(given) ? given : randomUUID();
}

/** Properties of an answered request, without anything that a person typed. */
export interface AnsweredRequest {
  readonly requestId: string;
  readonly method: string;
  /** As declared, for instance `/api/cases/:id`; null where no route matched. */
  readonly route: string | null;
  readonly status: number;
  readonly durationMs: number;
}

/** Every answer contains the id of its request, by which its log lines can be found. */
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
