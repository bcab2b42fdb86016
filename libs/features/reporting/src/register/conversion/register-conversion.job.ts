import { CalendarStore, DefinitionRegistry, SETTINGS, type RuntimeSettings } from '@lawgate/cases';
import { CLOCK, Database, type Clock } from '@lawgate/database';
import { BACKGROUND_ERRORS, BackgroundJob, type BackgroundErrors, type Job, type JobHandler } from '@lawgate/jobs';
import { Inject } from '@nestjs/common';
import type { ReportingTables } from '../../tables.ts';
import { RegisterConversion, registerConversionKind } from './register-conversion.ts';

/** The key of the job is the id of the import. */
@BackgroundJob({ kind: registerConversionKind, title: '旧版台账导入转为补录', queue: 'long' })
export class RegisterConversionJob implements JobHandler {
  readonly #conversion: RegisterConversion;

  constructor(
    database: Database<ReportingTables>,
    @Inject(CLOCK) clock: Clock,
    definitions: DefinitionRegistry,
    calendars: CalendarStore,
    @Inject(SETTINGS) settings: RuntimeSettings,
    @Inject(BACKGROUND_ERRORS) onError: BackgroundErrors,
  ) {
    this.#conversion = new RegisterConversion({ database, clock, definitions, calendars, settings }, onError);
  }

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return this.#conversion.run(key, signal);
  }
}
