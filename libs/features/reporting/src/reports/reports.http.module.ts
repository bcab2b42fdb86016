import { Module, type DynamicModule } from '@nestjs/common';
import { DraftController, PUBLIC_URL } from './draft/draft.controller.ts';
import { TemplateController } from './draft/template.controller.ts';
import { ReportsController } from './reports.controller.ts';
import { ReportsModule } from './reports.module.ts';
import { StatisticsController } from './statistics/statistics.controller.ts';

@Module({
  imports: [ReportsModule],
  controllers: [ReportsController, DraftController, TemplateController, StatisticsController],
})
export class ReportsHttpModule {
  /** @param publicUrl public address of the system; without it links use the address of the request */
  static forRoot({ publicUrl }: { readonly publicUrl?: string | undefined }): DynamicModule {
    return {
      module: ReportsHttpModule,
      providers: publicUrl === undefined ? [] : [{ provide: PUBLIC_URL, useValue: publicUrl }],
    };
  }
}
