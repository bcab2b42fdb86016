import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { DocumentBuilder, SwaggerModule } from '@nestjs/swagger';

/** `/api/openapi.json` and the page `/api/docs`. */
export function setUpOpenApi(app: NestFastifyApplication): void {
  const config = new DocumentBuilder()
    .setTitle('Lawgate')
    .setDescription(
      '合法性审核工作流引擎的接口。错误一律为 RFC 9457 problem details，带有稳定的 code；被规则拒绝时 refusals 给出规则与条文。',
    )
    .setVersion('0.1.0')
    .addCookieAuth('lawgate_session')
    .build();
  SwaggerModule.setup('api/docs', app, () => SwaggerModule.createDocument(app, config), {
    jsonDocumentUrl: 'api/openapi.json',
    customSiteTitle: 'Lawgate 接口说明',
  });
}
