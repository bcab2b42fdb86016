/**
 * Loads the demonstration town into an empty database: the register of 2023, taken over as recorded cases, and cases that
 * are open today.
 */
import { fileURLToPath } from 'node:url';
import { Readable } from 'node:stream';
import type { ContentStore } from '@lawgate/files';
import type { Principal } from '@lawgate/contracts';
import { migrate, SimulatedClock, typedQueries, type Tables } from '@lawgate/database';
import { DocumentWriter, openRuntime } from '@lawgate/cases';
import type { Definition } from '@lawgate/engine';
import { recordRegister } from '@lawgate/reporting';
import type pg from 'pg';
import { enterLedger } from './ledger.ts';
import { makeOpenCases, openCases, secondTownCases } from './open-cases.ts';
import { createPeople, welcomeLines } from './people.ts';

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

async function fill(options: DemonstrationOptions): Promise<void> {
  const { databaseUrl, ownerPool, definitions, contentStore, now } = options;
  const people = await createPeople(ownerPool);
  const clock = new SimulatedClock(now);
  const parts = await openRuntime({ databaseUrl, definitions, clock, role: 'lawgate_app', maxConnections: 4 });
  try {
    const writer = new DocumentWriter(parts.appPool, clock);
    const addDocument = async (by: Principal, caseId: string, kind: string, title: string): Promise<void> => {
      const content = await contentStore.receive(Readable.from([Buffer.from(`${title}\n\n演示材料。\n`)]));
      await content.keep();
      const { size, sha256, sm3 } = content;
      const { case: to } = await parts.runtime.read(by, caseId);
      await writer.write(by, to, { kind, name: `${title}.txt`, size, mediaType: 'text/plain', sha256, sm3 });
    };
    const person = (username: string): Principal => {
      const found = people[username];
      if (found === undefined) throw new Error(`no demonstration user "${username}"`);
      return found;
    };
    await recordPast(options, person('intake'), clock);
    await enterLedger(parts.database, person('intake'));
    const open = { ...parts, clock, calendar: parts.calendars.current(), definitions, addDocument };
    const cast = (prefix: string, second: string) => ({
      clerk: person(`${prefix}clerk`),
      intake: person(`${prefix}intake`),
      adviser: person(`${prefix}adviser`),
      adviser2: person(second),
      director: person(`${prefix}director`),
    });
    await makeOpenCases(open, openCases, cast('', 'adviser2'), now);
    await makeOpenCases(open, secondTownCases, cast('east-', 'east-adviser'), now);
  } finally {
    await parts.close();
  }
}

/** The register that the town kept before it had Lawgate, imported by its reviewer. */
async function recordPast(
  { databaseUrl, definitions, contentStore }: DemonstrationOptions,
  by: Principal,
  clock: SimulatedClock,
): Promise<void> {
  const parts = await openRuntime({ databaseUrl, definitions, clock, role: 'lawgate_worker', maxConnections: 2 });
  try {
    await recordRegister(
      parts,
      contentStore,
      by,
      fileURLToPath(new URL('../../data/register-2023.csv', import.meta.url)),
    );
  } finally {
    await parts.close();
  }
}
