import { Module } from '@nestjs/common';
import { AnnualReportService } from './annual-report.service.ts';
import { ReportsController } from './reports.controller.ts';
import { YearFreezeService } from './year-freeze.service.ts';

@Module({
  controllers: [ReportsController],
  providers: [AnnualReportService, YearFreezeService],
  exports: [AnnualReportService],
})
export class ReportsModule {}
