/** The HTTP edge: Nest on Fastify, with everything that is common to all routes. */
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { NestApplicationOptions } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { answerBrokenRequest } from './broken-request.ts';
import { closeConnectionsOnceAnswered } from './close-connections.ts';
import {
  addHeaders,
  maxJsonBytes,
  nameRequests,
  readJsonOnly,
  requestIdOf,
  type AnsweredRequest,
} from './every-route.ts';
import { RolesGuard } from './roles.guard.ts';
import { ProblemFilter, toProblem, type RefusalLog } from './problem.filter.ts';
import { validationPipe } from './validation-pipe.ts';

export interface EdgeOptions {
  /** Records refusals for a missing right. */
  readonly audit: RefusalLog;
  /** Maximum bytes of one uploaded file. Default: {@link defaultMaxUploadBytes}. */
  readonly maxUploadBytes?: number | undefined;
  /** Addresses of reverse proxies whose X-Forwarded-For is trusted, as Fastify's `trustProxy` takes them. */
  readonly trustProxy?: string | undefined;
  /**
   * Connections that are cut when the server closes. Default: `idle`, so that running requests are finished. A test
   * that does not read an answer to its end passes `true`.
   */
  readonly forceCloseConnections?: true | 'idle';
  /** Called after each answer, for log and metrics. */
  readonly onAnswered?: ((answered: AnsweredRequest) => void) | undefined;
}

export const defaultMaxUploadBytes = 100 * 1024 * 1024;

/** Creates the Nest application on the given adapter. */
export type CreateApp = (
  adapter: FastifyAdapter,
  options: Pick<NestApplicationOptions, 'bodyParser'>,
) => NestFastifyApplication | Promise<NestFastifyApplication>;

/**
 * Creates an application with body limits, cookies, uploads, validation, problems and headers; it does not listen yet.
 * Further Fastify plugins are registered on its instance afterwards.
 */
export async function openEdge(create: CreateApp, options: EdgeOptions): Promise<NestFastifyApplication> {
  // Messages of schemas about invalid values are shown to people, so they are Chinese.
  z.config(z.locales.zhCN());
  const adapter = new FastifyAdapter({
    bodyLimit: maxJsonBytes,
    genReqId: requestIdOf,
    requestIdHeader: false,
    clientErrorHandler: answerBrokenRequest,
    ...(options.trustProxy === undefined ? {} : { trustProxy: options.trustProxy }),
    // Idle keep-alive connections must not delay the shutdown; running requests are finished.
    forceCloseConnections: options.forceCloseConnections ?? 'idle',
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = toProblem(error, request.url);
      void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
    },
  });
  const app = await create(adapter, { bodyParser: false });
  const fastify = adapter.getInstance();
  readJsonOnly(fastify);
  closeConnectionsOnceAnswered(fastify);
  await app.register(cookie);
  await app.register(multipart, {
    limits: {
      fileSize: options.maxUploadBytes ?? defaultMaxUploadBytes,
      files: 1,
      fields: 10,
      fieldSize: 1000,
      parts: 12,
    },
  });
  app.useGlobalGuards(new RolesGuard(app.get(Reflector)));
  app.useGlobalFilters(new ProblemFilter(options.audit));
  app.useGlobalPipes(validationPipe());
  addHeaders(fastify);
  nameRequests(fastify, options.onAnswered);
  return app;
}
