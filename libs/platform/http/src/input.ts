/** What is the same for the input of every route: how JSON is read, and what no route takes. */
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
