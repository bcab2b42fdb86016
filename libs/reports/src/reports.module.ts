import { Module } from '@nestjs/common';
import { AnnualReportService } from './annual-report.service.ts';
import { ReportsController } from './reports.controller.ts';

@Module({ controllers: [ReportsController], providers: [AnnualReportService], exports: [AnnualReportService] })
export class ReportsModule {}
