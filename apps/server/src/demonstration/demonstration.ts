/**
 * Loads the demonstration town into an empty database: the register of 2023, taken over as recorded cases, and cases that
 * its people worked on in the past days.
 */
import { fileURLToPath } from 'node:url';
import type { ContentStore } from '@lawgate/files';
import type { Principal } from '@lawgate/contracts';
import { Database, migrate, SimulatedClock, typedQueries, type Tables } from '@lawgate/database';
import { DocumentReader, type DocumentTables } from '@lawgate/documents';
import { DocumentWriter, openRuntime, type OpenRuntime } from '@lawgate/cases';
import type { Definition } from '@lawgate/engine';
import { recordRegister } from '@lawgate/reporting';
import type pg from 'pg';
import { enterLedger } from './ledger.ts';
import { contracts } from './cases/contracts.ts';
import { otherCategories } from './cases/other-categories.ts';
import { secondTownCases } from './cases/second-town.ts';
import type { When } from './live-case.ts';
import { createPeople, welcomeLines } from './people.ts';
import { instantBefore, playCases, type Cast } from './play-cases.ts';

export interface DemonstrationOptions {
  readonly databaseUrl: string;
  readonly ownerPool: pg.Pool;
  readonly definitions: readonly Definition[];
  readonly contentStore: ContentStore;
  readonly now: Date;
  readonly log: (line: string) => void;
}

/** @returns lines that list the users; empty where the database contains a town of its own */
export async function loadDemonstration(options: DemonstrationOptions): Promise<string[]> {
  const { ownerPool, log } = options;
  const state = await readState(ownerPool);
  if (state === 'own-data') return [];
  if (state === 'loaded') return welcomeLines();
  if (state === 'unfinished') {
    // Nobody has used it yet: the start was interrupted before the address was printed.
    log('上次载入演示数据时中断，重新载入 (loading the demonstration anew)');
    await ownerPool.query('drop schema public cascade; create schema public;');
    await migrate(options.databaseUrl);
  }
  log('首次启动：载入演示镇2023年台账…… (first start: loading the demonstration town)');
  const db = typedQueries<Tables>(ownerPool);
  await db.insertInto('demonstration').values({ begunAt: options.now }).execute();
  await fill(options);
  await db.updateTable('demonstration').set({ loadedAt: new Date() }).execute();
  return welcomeLines();
}

type State = 'empty' | 'unfinished' | 'loaded' | 'own-data';

async function readState(ownerPool: pg.Pool): Promise<State> {
  const { begun, loaded, organisations } = await typedQueries<Tables>(ownerPool)
    .selectNoFrom(({ exists, selectFrom }) => [
      exists(selectFrom('demonstration')).as('begun'),
      exists(selectFrom('demonstration').where('loadedAt', 'is not', null)).as('loaded'),
      exists(selectFrom('organisation')).as('organisations'),
    ])
    .executeTakeFirstOrThrow();
  if (loaded) return 'loaded';
  if (begun) return 'unfinished';
  return organisations ? 'own-data' : 'empty';
}

/** The past was taken over before the first live case was drafted. */
const takenOver: When = [15, '09:30'];

async function fill(options: DemonstrationOptions): Promise<void> {
  const { databaseUrl, ownerPool, definitions, contentStore, now } = options;
  const people = await createPeople(ownerPool);
  const person = (username: string): Principal => {
    const found = people[username];
    if (found === undefined) throw new Error(`no demonstration user "${username}"`);
    return found;
  };
  const cast = (prefix: string, second: string): Cast => ({
    clerk: person(`${prefix}clerk`),
    intake: person(`${prefix}intake`),
    adviser: person(`${prefix}adviser`),
    adviser2: person(second),
    director: person(`${prefix}director`),
    leader: person(`${prefix}leader`),
    archivist: person(`${prefix}archivist`),
  });
  const clock = new SimulatedClock(now);
  const parts = await openRuntime({ databaseUrl, definitions, clock, role: 'lawgate_app', maxConnections: 4 });
  const worker = await openRuntime({ databaseUrl, definitions, clock, role: 'lawgate_worker', maxConnections: 2 });
  try {
    const { runtime, appPool, calendars } = parts;
    const writer = new DocumentWriter(appPool, clock);
    const database = new Database<DocumentTables>(appPool, 'lawgate_app');
    const reader = new DocumentReader(
      new Database<DocumentTables>(worker.appPool, 'lawgate_worker'),
      contentStore,
      clock,
    );
    const play = { runtime, writer, contentStore, clock, calendar: calendars.current(), now, database, reader };
    clock.set(instantBefore(play, takenOver));
    await recordPast(options, parts, worker, person('intake'));
    await enterLedger(parts.database, person('intake'), clock);
    await playCases(play, [
      { cases: [...contracts, ...otherCategories], cast: cast('', 'adviser2') },
      { cases: secondTownCases, cast: cast('east-', 'east-adviser') },
    ]);
  } finally {
    await worker.close();
    await parts.close();
  }
}

/** The register that the town kept before it had Lawgate, imported by its reviewer. */
async function recordPast(
  { contentStore }: DemonstrationOptions,
  { database }: OpenRuntime,
  worker: OpenRuntime,
  by: Principal,
): Promise<void> {
  const file = fileURLToPath(new URL('../../data/register-2023.csv', import.meta.url));
  await recordRegister(database, worker, contentStore, by, file);
}
