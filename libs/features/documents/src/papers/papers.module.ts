import { Module } from '@nestjs/common';
import { NumbersController } from './number-void.controller.ts';
import { NumberVoidService } from './number-void.service.ts';
import { LettersController, PapersController } from './papers.controller.ts';
import { PapersService } from './papers.service.ts';
import { PreviewService } from './preview.service.ts';
import { TemplatesController } from './template/templates.controller.ts';
import { TemplatesService } from './template/templates.service.ts';

/** The app registers `@fastify/multipart` for the upload of templates. */
@Module({
  controllers: [PapersController, LettersController, TemplatesController, NumbersController],
  providers: [PapersService, PreviewService, TemplatesService, NumberVoidService],
})
export class PapersModule {}
