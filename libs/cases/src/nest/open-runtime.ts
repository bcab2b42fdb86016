/** Opens and closes everything that a process needs to work with cases. */
import { availableParallelism } from 'node:os';
import { createPool, Database, type Clock, type DatabaseRole, statementsOn } from '@lawgate/database';
import type { Definition } from '@lawgate/engine';
import { AuditTrail } from '../read/audit-trail.ts';
import { CalendarStore } from '../calendar/calendar-store.ts';
import { CaseRuntime, defaultSettings, type RuntimeSettings } from '../commit/case-runtime.ts';
import { CaseStore } from '../commit/case-store.ts';
import { DefinitionRegistry } from '../definitions/definition-registry.ts';
import { PersonDirectory, StandInDirectory } from '../commit/step-environment.ts';
import { RuleSetStore } from '../definitions/rule-sets.ts';
import type { RuntimeParts } from './runtime.module.ts';

export interface RuntimeOptions {
  readonly databaseUrl: string;
  readonly definitions: readonly Definition[];
  readonly clock: Clock;
  readonly settings?: RuntimeSettings;
  /** `lawgate_app` for requests of people, `lawgate_worker` for background work of every town. */
  readonly role: DatabaseRole;
  /** Maximum connections of the hot path, by default two for each core: more would only compete for the cores. */
  readonly maxConnections?: number;
}

export interface OpenRuntime extends RuntimeParts {
  close(): Promise<void>;
}

export async function openRuntime(options: RuntimeOptions): Promise<OpenRuntime> {
  const { databaseUrl, role, clock } = options;
  const settings = options.settings ?? defaultSettings;
  const definitions = new DefinitionRegistry(options.definitions);
  const appPool = createPool(databaseUrl, {
    role,
    max: options.maxConnections ?? Math.max(4, availableParallelism() * 2),
    applicationName: role,
  });
  const calendars = new CalendarStore(appPool);
  await calendars.seed();
  await calendars.reload();
  await calendars.follow();
  const people = new PersonDirectory(appPool);
  const standIns = new StandInDirectory(appPool);
  const ruleSets = new RuleSetStore(appPool);
  const store = new CaseStore(statementsOn(appPool));
  const runtime = new CaseRuntime(store, definitions, calendars, people, clock, settings, standIns, ruleSets);
  return {
    appPool,
    database: new Database(appPool, role),
    clock,
    settings,
    definitions,
    calendars,
    people,
    standIns,
    ruleSets,
    runtime,
    audit: new AuditTrail(appPool, clock),
    close: async () => {
      await calendars.unfollow();
      await appPool.end();
    },
  };
}
