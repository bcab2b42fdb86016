import { BackgroundJob, type Job, type JobHandler } from '@lawgate/jobs';
import { DefinitionMigrationRun, migrationKind } from './migration-run.ts';

/** Its key is the order. */
@BackgroundJob({ kind: migrationKind, title: '迁移在办案件的流程版本', queue: 'long', maxAttempts: 5 })
export class DefinitionMigrationJob implements JobHandler {
  constructor(private readonly migrations: DefinitionMigrationRun) {}

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return this.migrations.run(key, signal);
  }

  giveUp({ key }: Job): Promise<void> {
    return this.migrations.giveUp(key);
  }
}
