import { Module } from '@nestjs/common';
import { IndicatorsController } from './indicators.controller.ts';
import { IndicatorsService } from './indicators.service.ts';
import { LedgerService } from './ledger.service.ts';

@Module({
  controllers: [IndicatorsController],
  providers: [IndicatorsService, LedgerService],
  exports: [IndicatorsService],
})
export class IndicatorsModule {}
