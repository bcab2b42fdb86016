import { Module } from '@nestjs/common';
import { RegisterImportJob } from './register/import/register-import.job.ts';
import { EmptyQuarterJob, YearFreezeJob } from './scheduled.jobs.ts';

/** Jobs of the worker for reporting. */
@Module({ providers: [RegisterImportJob, YearFreezeJob, EmptyQuarterJob] })
export class ReportingJobsModule {}
