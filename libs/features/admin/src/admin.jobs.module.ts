import { Module } from '@nestjs/common';
import { DefinitionMigrationJob } from './catalogue/versions/definition-migration.job.ts';
import { DefinitionMigrationRun } from './catalogue/versions/migration-run.ts';
import { VerificationJob } from './audit/verification.job.ts';

/** What the worker does for the administration. */
@Module({ providers: [VerificationJob, DefinitionMigrationRun, DefinitionMigrationJob] })
export class AdminJobsModule {}
