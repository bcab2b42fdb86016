import { CalendarStore, DefinitionRegistry, SETTINGS, type RuntimeSettings } from '@lawgate/cases';
import { CLOCK, Database, type Clock } from '@lawgate/database';
import { BACKGROUND_ERRORS, BackgroundJob, type BackgroundErrors, type Job, type JobHandler } from '@lawgate/jobs';
import { Inject } from '@nestjs/common';
import type { ReportingTables } from '../../tables.ts';
import { RegisterImportRun } from './import-run.ts';
import { registerImportKind } from './import-store.ts';

/** Its key is the import. */
@BackgroundJob({ kind: registerImportKind, title: '台账导入', queue: 'long' })
export class RegisterImportJob implements JobHandler {
  readonly #run: RegisterImportRun;

  constructor(
    database: Database<ReportingTables>,
    @Inject(CLOCK) clock: Clock,
    definitions: DefinitionRegistry,
    calendars: CalendarStore,
    @Inject(SETTINGS) settings: RuntimeSettings,
    @Inject(BACKGROUND_ERRORS) onError: BackgroundErrors,
  ) {
    this.#run = new RegisterImportRun({ database, clock, definitions, calendars, settings }, onError);
  }

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return this.#run.run(key, signal);
  }
}
