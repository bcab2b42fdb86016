import { Module } from '@nestjs/common';
import { CalendarRecountJob } from './calendar-recount.job.ts';

/** Jobs of the worker for cases, besides deliveries and timers. */
@Module({ providers: [CalendarRecountJob] })
export class CasesJobsModule {}
