import { IndicatorsModule } from '../indicators/indicators.module.ts';
import { Module, type DynamicModule } from '@nestjs/common';
import { AnnualReportService } from './annual-report.service.ts';
import { DraftContentService } from './draft/draft-content.service.ts';
import { DraftController, PUBLIC_URL } from './draft/draft.controller.ts';
import { DraftService } from './draft/draft.service.ts';
import { TemplateController } from './draft/template.controller.ts';
import { TemplateService } from './draft/template.service.ts';
import { ReportsController } from './reports.controller.ts';
import { StatisticsController } from './statistics/statistics.controller.ts';
import { StatisticsService } from './statistics/statistics.service.ts';
import { YearFreezeService } from './year-freeze.service.ts';

@Module({
  imports: [IndicatorsModule],
  controllers: [ReportsController, DraftController, TemplateController, StatisticsController],
  providers: [
    AnnualReportService,
    YearFreezeService,
    DraftContentService,
    DraftService,
    TemplateService,
    StatisticsService,
  ],
  exports: [AnnualReportService],
})
export class ReportsModule {
  /** @param publicUrl where people open the system; without it links lead to the address of the request */
  static forRoot({ publicUrl }: { readonly publicUrl?: string | undefined }): DynamicModule {
    return {
      module: ReportsModule,
      providers: publicUrl === undefined ? [] : [{ provide: PUBLIC_URL, useValue: publicUrl }],
    };
  }
}
