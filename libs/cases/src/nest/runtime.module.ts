import { Module, type DynamicModule } from '@nestjs/common';
import type pg from 'pg';
import { AuditTrail } from '../read/audit-trail.ts';
import { CalendarStore } from '../calendar/calendar-store.ts';
import { CaseRuntime, type RuntimeSettings } from '../commit/case-runtime.ts';
import { type Clock, APP_POOL, CLOCK, Database } from '@lawgate/database';
import { DefinitionRegistry } from '../definitions/definition-registry.ts';
import { PersonDirectory, StandInDirectory } from '../commit/step-environment.ts';
import { RuleSetStore } from '../definitions/rule-sets.ts';

/** Injection token of the runtime's settings. */
export const SETTINGS = Symbol('SETTINGS');

/** The objects that an app creates before Nest starts; apps compose them, packages inject them. */
export interface RuntimeParts {
  /** Connects as role `lawgate_app`, so that row-level security applies to every statement. */
  readonly appPool: pg.Pool;
  /** Typed queries and the unit of work over the same pool. */
  readonly database: Database;
  readonly clock: Clock;
  readonly settings: RuntimeSettings;
  readonly definitions: DefinitionRegistry;
  readonly calendars: CalendarStore;
  readonly people: PersonDirectory;
  readonly standIns: StandInDirectory;
  readonly ruleSets: RuleSetStore;
  readonly runtime: CaseRuntime;
  readonly audit: AuditTrail;
}

@Module({})
export class RuntimeModule {
  static forRoot(parts: RuntimeParts): DynamicModule {
    const providers = [
      { provide: APP_POOL, useValue: parts.appPool },
      { provide: CLOCK, useValue: parts.clock },
      { provide: SETTINGS, useValue: parts.settings },
      { provide: Database, useValue: parts.database },
      { provide: DefinitionRegistry, useValue: parts.definitions },
      { provide: CalendarStore, useValue: parts.calendars },
      { provide: PersonDirectory, useValue: parts.people },
      { provide: StandInDirectory, useValue: parts.standIns },
      { provide: RuleSetStore, useValue: parts.ruleSets },
      { provide: CaseRuntime, useValue: parts.runtime },
      { provide: AuditTrail, useValue: parts.audit },
    ];
    return { module: RuntimeModule, global: true, providers, exports: providers.map(({ provide }) => provide) };
  }
}
