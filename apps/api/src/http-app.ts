/** The api application: the modules with routes on the HTTP edge, with the queue board, the OpenAPI document and the pages. */
import { addHeaders, openEdge, Sessions } from '@lawgate/http';
import type { RuntimeParts } from '@lawgate/cases';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyInstance } from 'fastify';
import { Logger } from 'nestjs-pino';
import { setUpOpenApi } from './openapi/set-up.ts';
import { ApiModule, type ApiParts } from './api.module.ts';
import { nestLogger } from './log/log.module.ts';
import { logRequest } from './log/request-log.ts';
import { registerQueueBoard } from './queue/queue-board.ts';
import { builtPages, serveWebPages } from './web-pages.ts';

export interface HttpOptions extends ApiParts {
  /** The built pages; default: where the build leaves them. */
  readonly webFolder?: string;
}

export async function createHttpApp(parts: RuntimeParts, options: HttpOptions): Promise<NestFastifyApplication> {
  const { settings, logger, queue } = options;
  const app = await openEdge(
    (adapter, edge) =>
      NestFactory.create<NestFastifyApplication>(ApiModule.forRoot(parts, options), adapter, {
        ...edge,
        logger: ['error', 'warn'],
        bufferLogs: true,
      }),
    {
      audit: parts.audit,
      maxUploadBytes: settings.maxUploadBytes,
      trustProxy: settings.trustProxy,
      onAnswered: (answered) => {
        logRequest(logger, answered);
        queue.metrics.answered(answered);
      },
    },
  );
  app.useLogger(nestLogger(app.get(Logger)));
  const fastify = app.getHttpAdapter().getInstance() as unknown as FastifyInstance;
  const sessions = app.get(Sessions, { strict: false });
  await registerQueueBoard(fastify, queue.queue.bull, sessions, addHeaders);
  setUpOpenApi(app, parts.definitions.all());
  await serveWebPages(fastify, options.webFolder ?? builtPages);
  return app;
}
