import { Module } from '@nestjs/common';
import { AttachmentsController } from './attachments.controller.ts';
import { AttachmentsService } from './attachments.service.ts';
import { IndicatorsController } from './indicators.controller.ts';
import { IndicatorsService } from './indicators.service.ts';
import { LedgerService } from './ledger.service.ts';

/** The app offers the content store and registers `@fastify/multipart`. */
@Module({
  controllers: [IndicatorsController, AttachmentsController],
  providers: [IndicatorsService, LedgerService, AttachmentsService],
  exports: [IndicatorsService],
})
export class IndicatorsModule {}
