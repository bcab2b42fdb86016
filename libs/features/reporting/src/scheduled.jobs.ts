/** What reporting does by the calendar. */
import { CalendarStore } from '@lawgate/cases';
import { CLOCK, Database, type Clock } from '@lawgate/database';
import { BackgroundJob, type JobHandler, type JobSchedule } from '@lawgate/jobs';
import { Inject } from '@nestjs/common';
import { remindOfEmptyQuarters } from './indicators/empty-quarters.ts';
import { freezePastYear } from './reports/year-end.ts';
import type { ReportingTables } from './tables.ts';

const hourMs = 3_600_000;

/** Every hour at this minute, which is the same minute in Asia/Shanghai. */
export function hourlyAt(minute: number): JobSchedule {
  const offset = minute * 60_000;
  return { after: (now) => new Date((Math.floor((now.getTime() - offset) / hourMs) + 1) * hourMs + offset) };
}

/** At 00:30 on the first of January, and every hour for a town that did not balance then. */
@BackgroundJob({ kind: 'annual.freeze', title: '冻结年度统计', queue: 'long', schedule: hourlyAt(30) })
export class YearFreezeJob implements JobHandler {
  constructor(
    private readonly database: Database<ReportingTables>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** @throws Error when a town could not be counted, after all the others were */
  async run(_job: unknown, signal: AbortSignal): Promise<void> {
    const errors: Error[] = [];
    await freezePastYear(this.database, this.clock.now(), (error) => errors.push(error), signal);
    if (errors[0] !== undefined) throw errors[0];
  }
}

@BackgroundJob({ kind: 'indicator.quarter', title: '提醒补登季度指标', queue: 'short', schedule: hourlyAt(0) })
export class EmptyQuarterJob implements JobHandler {
  constructor(
    private readonly database: Database<ReportingTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly calendars: CalendarStore,
  ) {}

  async run(_job: unknown, signal: AbortSignal): Promise<void> {
    await remindOfEmptyQuarters(this.database, this.calendars.current(), this.clock.now(), signal);
  }
}
