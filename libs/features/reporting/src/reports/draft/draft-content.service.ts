import type { Principal } from '@lawgate/contracts';
import { IndicatorsService } from '../../indicators/indicators.service.ts';
import { CLOCK, type Clock } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import { AnnualReportService } from '../annual-report.service.ts';
import type { AnnualReport } from '../report-views.ts';
import { draftContent, type DraftContent } from './draft-figures.ts';
import type { DraftQuery } from './draft-views.ts';

/** The data of a report for a year: counted, entered, or missing. */
@Injectable()
export class DraftContentService {
  constructor(
    private readonly reports: AnnualReportService,
    private readonly indicators: IndicatorsService,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  async content(
    viewer: Principal,
    year: number,
    query: DraftQuery,
  ): Promise<{ readonly counted: AnnualReport; readonly content: DraftContent }> {
    const { organisation } = query;
    const counted = await this.reports.annual(viewer, year, query);
    const entered = await this.indicators.year(viewer, { year, organisation });
    return { counted, content: draftContent({ year, organisation }, counted, entered, this.clock.now()) };
  }
}
