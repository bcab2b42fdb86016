import { Module } from '@nestjs/common';
import { VerificationJob } from './audit/verification.job.ts';

/** Jobs of the worker for administration. */
@Module({ providers: [VerificationJob] })
export class AdminJobsModule {}
