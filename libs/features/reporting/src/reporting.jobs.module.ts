import { Module } from '@nestjs/common';
import { RegisterConversionJob } from './register/conversion/register-conversion.job.ts';
import { RegisterImportJob } from './register/import/register-import.job.ts';
import { EmptyQuarterJob, YearFreezeJob } from './scheduled.jobs.ts';

/** Jobs of the worker for reporting. */
@Module({ providers: [RegisterImportJob, RegisterConversionJob, YearFreezeJob, EmptyQuarterJob] })
export class ReportingJobsModule {}
