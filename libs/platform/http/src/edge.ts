/** The HTTP edge: Nest on Fastify, with everything that is the same for all routes. */
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
  /** Where refusals for lack of a right are recorded. */
  readonly audit: RefusalLog;
  /** Bytes; one uploaded file may not be larger. Default: {@link defaultMaxUploadBytes}. */
  readonly maxUploadBytes?: number | undefined;
  /** Addresses of reverse proxies whose X-Forwarded-For is trusted, as Fastify's `trustProxy` takes them. */
  readonly trustProxy?: string | undefined;
  /**
   * Which connections the end of the server cuts. Default: `idle`, so that requests under way are finished. A test that
   * does not read an answer to its end takes `true`.
   */
  readonly forceCloseConnections?: true | 'idle';
  /** Called after each answer, for log and metrics. */
  readonly onAnswered?: ((answered: AnsweredRequest) => void) | undefined;
}

export const defaultMaxUploadBytes = 100 * 1024 * 1024;

/** Makes the Nest application on the adapter that it is given. */
export type CreateApp = (
  adapter: FastifyAdapter,
  options: Pick<NestApplicationOptions, 'bodyParser'>,
) => NestFastifyApplication | Promise<NestFastifyApplication>;

/**
 * Makes an application with limits of bodies, cookies, uploads, validation, problems and headers; it does not listen yet.
 * Whatever else Fastify should serve is registered on its instance afterwards.
 */
export async function openEdge(create: CreateApp, options: EdgeOptions): Promise<NestFastifyApplication> {
  // What a schema says of a wrong value is read by people.
  z.config(z.locales.zhCN());
  const adapter = new FastifyAdapter({
    bodyLimit: maxJsonBytes,
    genReqId: requestIdOf,
    requestIdHeader: false,
    clientErrorHandler: answerBrokenRequest,
    ...(options.trustProxy === undefined ? {} : { trustProxy: options.trustProxy }),
    // Idle keep-alive connections must not hold up the shutdown; requests under way are finished.
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
