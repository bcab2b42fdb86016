import { Module } from '@nestjs/common';
import { VerificationJob } from './audit/verification.job.ts';

/** What the worker does for the administration. */
@Module({ providers: [VerificationJob] })
export class AdminJobsModule {}
