import type { Definition } from '@lawgate/engine';
import type { RuntimeParts } from '@lawgate/cases';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import type { OpenAPIObject } from '@nestjs/swagger';
import { ApiModule, type ApiParts } from '../api.module.ts';
import { openApiDocument } from './document.ts';

/**
 * The document that a server with these definitions returns at `/api/openapi.json`, without a server and a database:
 * Nest reads the controllers without creating them. Without the routes of the simulated clock.
 */
export async function openApiWithoutServer(definitions: readonly Definition[]): Promise<OpenAPIObject> {
  const nothing = { settings: {} } as RuntimeParts & ApiParts;
  const app = await NestFactory.create<NestFastifyApplication>(
    ApiModule.forRoot(nothing, nothing),
    new FastifyAdapter(),
    { preview: true, logger: false },
  );
  try {
    return openApiDocument(app, definitions);
  } finally {
    await app.close();
  }
}
