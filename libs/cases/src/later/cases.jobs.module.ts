import { Module } from '@nestjs/common';
import { CalendarRecountJob } from './calendar-recount.job.ts';

/** What the worker does for cases, besides deliveries and timers. */
@Module({ providers: [CalendarRecountJob] })
export class CasesJobsModule {}
