import { Module } from '@nestjs/common';
import { AttachmentsController } from './attachments.controller.ts';
import { IndicatorsController } from './indicators.controller.ts';
import { IndicatorsModule } from './indicators.module.ts';

@Module({ imports: [IndicatorsModule], controllers: [IndicatorsController, AttachmentsController] })
export class IndicatorsHttpModule {}
