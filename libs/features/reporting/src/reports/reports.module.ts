import { Module } from '@nestjs/common';
import { IndicatorsModule } from '../indicators/indicators.module.ts';
import { AnnualReportService } from './annual-report.service.ts';
import { DraftContentService } from './draft/draft-content.service.ts';
import { DraftService } from './draft/draft.service.ts';
import { TemplateService } from './draft/template.service.ts';
import { StatisticsService } from './statistics/statistics.service.ts';
import { YearFreezeService } from './year-freeze.service.ts';

const services = [
  AnnualReportService,
  YearFreezeService,
  DraftContentService,
  DraftService,
  TemplateService,
  StatisticsService,
];

@Module({ imports: [IndicatorsModule], providers: services, exports: services })
export class ReportsModule {}
