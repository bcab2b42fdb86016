/** Serves the built pages from the same address as the interface. */
import { existsSync } from 'node:fs';
import path from 'node:path';
import fastifyStatic from '@fastify/static';
import { ProblemError } from '@lawgate/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { toProblem } from '@lawgate/http';

/** Location of the built pages, seen from `dist` as from `src`. */
export const builtPages = path.resolve(import.meta.dirname, '../../web/dist');

/**
 * Styles are generated at run time, therefore 'unsafe-inline' for them and for nothing else; documents are drawn from
 * blobs. No other page may frame this one.
 */
const policy = [
  "default-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self' data: blob:",
  "worker-src 'self' blob:",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const ofThePages = (url: string): boolean => !/^\/api(\/|$|\?)/.test(url);

/**
 * An address that is neither part of the interface nor a file belongs to the router of the pages. A process without
 * built pages serves only the interface.
 */
export async function serveWebPages(fastify: FastifyInstance, root: string): Promise<void> {
  if (!existsSync(path.join(root, 'index.html'))) {
    fastify.get('/', (_request, reply) => reply.redirect('/api/docs'));
    return;
  }
  await fastify.register(fastifyStatic, {
    root,
    serve: false,
    preCompressed: true,
    cacheControl: false,
    decorateReply: !fastify.hasReplyDecorator('sendFile'),
  });
  fastify.get('/', page);
  fastify.get('/*', (request, reply) => {
    const place = (request.params as { '*': string })['*'];
    if (request.url.split('/').some((part) => part.length > maxPartLength)) return tooLong(request, reply);
    if (!ofThePages(request.url) || request.url.includes('..')) return missing(request, reply);
    if (path.extname(place) === '') return page(request, reply);
    if (!existsSync(path.join(root, path.normalize(`/${place}`)))) return missing(request, reply);
    // Names of files under assets/ contain a hash of their content.
    const cache = place.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'public, max-age=3600';
    return reply.header('cache-control', cache).sendFile(place);
  });
}

function page(_request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return reply.header('content-security-policy', policy).header('cache-control', 'no-cache').sendFile('index.html');
}

/** Maximum characters of one part of an address; longer parts match no route. */
const maxPartLength = 300;

function tooLong(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(new ProblemError(414, 'request.too-long', '网址过长，请检查后重试。'), request.url);
  return reply.status(414).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
}

function missing(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const problem = toProblem(
    new ProblemError(404, 'route.not-found', '没有这个地址。接口说明见 /api/docs。'),
    request.url,
  );
  return reply.status(404).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
}
