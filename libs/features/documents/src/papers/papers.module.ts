import { Module } from '@nestjs/common';
import { NumberVoidService } from './number-void.service.ts';
import { PapersService } from './papers.service.ts';
import { PreviewService } from './preview.service.ts';
import { TemplatesService } from './template/templates.service.ts';

const services = [PapersService, PreviewService, TemplatesService, NumberVoidService];

/** The application provides the content store. */
@Module({ providers: services, exports: services })
export class PapersModule {}
