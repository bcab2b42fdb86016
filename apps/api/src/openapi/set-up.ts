import type { Definition } from '@lawgate/engine';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule } from '@nestjs/swagger';
import { openApiDocument } from './document.ts';

/** `/api/openapi.json` and the page `/api/docs`. The document is generated when it is first asked for. */
export function setUpOpenApi(app: NestFastifyApplication, definitions: readonly Definition[]): void {
  SwaggerModule.setup('api/docs', app, () => openApiDocument(app, definitions), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Lawgate 接口说明',
  });
}
