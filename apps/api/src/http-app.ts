/** The HTTP edge: Nest on Fastify, with everything that is the same for all routes. */
import cookie from '@fastify/cookie';
import multipart from '@fastify/multipart';
import type { ContentStore } from '@lawgate/files';
import {
  Sessions,
  addHeaders,
  answerBrokenRequest,
  closeConnectionsOnceAnswered,
  maxJsonBytes,
  readJsonOnly,
  ProblemFilter,
  toProblem,
  validationPipe,
} from '@lawgate/http';
import type { RuntimeParts } from '@lawgate/cases';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { setUpOpenApi } from './openapi/set-up.ts';
import { ApiModule } from './api.module.ts';
import { registerQueueBoard } from './queue/queue-board.ts';
import type { QueueParts } from './queue/queue-parts.ts';
import { builtPages, serveWebPages } from './web-pages.ts';

export interface HttpOptions {
  readonly contentStore: ContentStore;
  /** Bytes; one uploaded file may not be larger. */
  readonly maxUploadBytes?: number;
  /** Addresses of reverse proxies whose X-Forwarded-For is believed, as Fastify's `trustProxy` takes them. */
  readonly trustProxy?: string | undefined;
  /** Hosts that robots may have inside the network and without TLS. */
  readonly webhookAllow?: readonly string[];
  /** The built pages; default: where the build leaves them. */
  readonly webFolder?: string;
  /** Where people open the system; links in papers lead there. */
  readonly publicUrl?: string | undefined;
  readonly queue: QueueParts;
  readonly logger?: false | ('error' | 'warn' | 'log')[];
}

export const defaultMaxUploadBytes = 100 * 1024 * 1024;

// What a schema says of a wrong value is read by people.
z.config(z.locales.zhCN());

export async function createHttpApp(parts: RuntimeParts, options: HttpOptions): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: maxJsonBytes,
    clientErrorHandler: answerBrokenRequest,
    ...(options.trustProxy === undefined ? {} : { trustProxy: options.trustProxy }),
    // Idle keep-alive connections must not hold up the shutdown; requests under way are finished.
    forceCloseConnections: 'idle',
    routerOptions: { maxParamLength: 300 },
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) => {
      const problem = toProblem(error, request.url);
      void reply.status(problem.status).header('content-type', 'application/problem+json; charset=utf-8').send(problem);
    },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(parts, options), adapter, {
    logger: options.logger ?? ['error', 'warn'],
    bufferLogs: false,
    bodyParser: false,
  });
  readJsonOnly(adapter.getInstance());
  closeConnectionsOnceAnswered(adapter.getInstance());
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
  app.useGlobalFilters(new ProblemFilter(parts.audit));
  app.useGlobalPipes(validationPipe());
  addHeaders(adapter.getInstance());
  const sessions = app.get(Sessions, { strict: false });
  await registerQueueBoard(adapter.getInstance(), options.queue.queue.bull, sessions, addHeaders);
  setUpOpenApi(app, parts.definitions.all());
  await serveWebPages(adapter.getInstance(), options.webFolder ?? builtPages);
  return app;
}
