import { Module } from '@nestjs/common';
import { AttachmentsService } from './attachments.service.ts';
import { IndicatorsService } from './indicators.service.ts';
import { LedgerService } from './ledger.service.ts';

const services = [IndicatorsService, LedgerService, AttachmentsService];

/** The application provides the content store. */
@Module({ providers: services, exports: services })
export class IndicatorsModule {}
