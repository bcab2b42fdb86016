/** SIGKILL in the middle of many concurrent cases, again and again; then of the database; then while reminders go out. */
import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { CrashPoint } from '@lawgate/runtime';
import { sizes, timeoutMs } from '@lawgate/testing/sizes';
import { asOwner, until } from '../e2e/owner.ts';
import { Crowd, type Walk } from './crowd.ts';
import { emptyQueue, faultsIn, letTimePass, untold, waiting } from './soundness.ts';
import * as contract from '../e2e/town.ts';
import { isConnectionLost, setClock, startTown, type Town } from '../e2e/town.ts';

const { cases, clients, kills, databaseCases } = sizes({
  short: { cases: 32, clients: 16, kills: 2, databaseCases: 8 },
  full: { cases: 200, clients: 32, kills: 10, databaseCases: 24 },
});
/** Milliseconds of wall time that one of these may take on a machine that has much else to do; what hangs still ends. */
const patienceMs = timeoutMs(600_000);

let town: Town;
let crowd: Crowd;
/** Names the point at which the server dies; while it is not there, the server lives. */
let orders: string;

beforeAll(async () => {
  orders = path.join(await mkdtemp(path.join(tmpdir(), 'lawgate-kill-')), 'point');
  const environment = { ...contract.surroundings, LAWGATE_CRASH_AT: `@${orders}` };
  // One of these kills the database that the server started itself.
  const started = await startTown(environment, 'embedded');
  town = started.town;
  crowd = new Crowd(started.server, town, environment);
}, 240_000);

afterAll(async () => {
  if (crowd === undefined) return;
  // A database whose server was killed still runs; whoever starts next ends it.
  const server = crowd.server.exited ? await crowd.server.restart(contract.surroundings) : crowd.server;
  await server.remove();
  await rm(path.dirname(orders), { recursive: true });
}, 120_000);

/** Every fourth is large and goes through an adviser's hands; every eighth is left open, half of those before acceptance. */
function walkOf(index: number, prefix: string): Walk {
  const title = `${prefix}-${index}`;
  if (index % 8 === 1) {
    const commands = index % 16 === 1 ? [contract.submit] : contract.acceptedSoFar;
    return { title, scale: 'ordinary', materials: contract.ordinaryMaterials, commands };
  }
  return index % 4 === 0
    ? { title, scale: 'large', materials: contract.largeMaterials, commands: contract.largeWay }
    : { title, scale: 'ordinary', materials: contract.ordinaryMaterials, commands: contract.ordinaryWay };
}

const walksOf = (count: number, prefix: string): Walk[] => Array.from({ length: count }, (_, i) => walkOf(i, prefix));
const eventsIn = (walks: readonly Walk[]): number => walks.reduce((sum, { commands }) => sum + commands.length + 1, 0);

/** Everything said yes to is there, once, as it was; and nothing is there that nobody asked for. */
async function expectAsAcknowledged(walks: readonly Walk[]): Promise<void> {
  const rows = await asOwner(crowd.server.dataDir, async (pool) => {
    const found = await pool.query<{ id: string; types: string[]; hashes: string[] }>(
      `select c.id, array_agg(h.type order by h.seq) as types, array_agg(h.hash order by h.seq) as hashes
         from review_case c join history h on h.case_id = c.id group by c.id`,
    );
    return found.rows;
  });
  expect(rows).toHaveLength(crowd.caseIds.size);
  const histories = new Map(rows.map((row) => [row.id, row]));
  for (const { caseId, type, version, hash } of crowd.events) {
    const history = histories.get(caseId);
    expect([history?.types[version - 1], history?.hashes[version - 1]]).toEqual([type, hash]);
  }
  for (const { title, commands } of walks) {
    const history = histories.get(crowd.caseIds.get(title) ?? '');
    expect(history?.types).toEqual(['create', ...commands.map(({ type }) => type)]);
  }
  await expectUploads();
}

async function expectUploads(): Promise<void> {
  const folder = path.join(crowd.server.dataDir, 'documents');
  const rows = await asOwner(crowd.server.dataDir, async (pool) => {
    const found = await pool.query<{ id: string; sha256: string }>('select id, sha256 from document');
    return new Map(found.rows.map(({ id, sha256 }) => [id, sha256]));
  });
  expect(rows.size).toBe(crowd.uploads.length);
  for (const { documentId, sha256 } of crowd.uploads) {
    expect(rows.get(documentId)).toBe(sha256);
    const file = path.join(folder, 'sha256', sha256.slice(0, 2), sha256.slice(2, 4), sha256);
    expect((await stat(file)).size).toBeGreaterThan(0);
  }
}

/** Asked of a system that has nothing more to do: papers arrive in the store as uploads do. */
async function expectSound(): Promise<void> {
  const { dataDir } = crowd.server;
  // What was still arriving when its process died was cleared away by the next one.
  expect(await readdir(path.join(dataDir, 'documents', 'incoming'))).toEqual([]);
  expect(await asOwner(dataDir, faultsIn)).toEqual([]);
  expect(await asOwner(dataDir, untold)).toEqual([]);
}

/** What a dead process had taken comes back half a minute later; here the rows are made that old. */
async function untilDelivered(): Promise<void> {
  await asOwner(crowd.server.dataDir, async (pool) => {
    await letTimePass(pool);
    let left: string | null = null;
    const ask = async (): Promise<true | null> => ((left = await waiting(pool)) === null ? true : null);
    await until('deliveries', ask, 240_000).catch((error: Error) => {
      throw new Error(`${error.message}: ${left}\n${crowd.server.log}`);
    });
  });
}

const walks = walksOf(cases, 'kill');
const moreWalks = walksOf(databaseCases, 'database');
const allWalks = [...walks, ...moreWalks];

describe('a server that is killed', () => {
  it(
    `${kills} times amid ${cases} concurrent cases loses and doubles nothing`,
    async () => {
      const every = Math.floor(eventsIn(walks) / (kills + 1));
      const walking = crowd.walkAll(walks, clients);
      for (let kill = 0; kill < kills; kill += 1) {
        await Promise.race([crowd.acknowledged(every), walking]);
        await crowd.replace((server) => server.kill());
      }
      await walking;
      expect(crowd.kills).toBe(kills);
      expect(crowd.faults).toEqual([]);
      await expectAsAcknowledged(walks);
      await untilDelivered();
      await expectSound();
    },
    patienceMs,
  );
});

describe('a database that is killed', () => {
  it(
    'ends the server with one clear line, and after a restart nothing acknowledged is lost',
    async () => {
      const walking = crowd.walkAll(moreWalks, clients);
      await Promise.race([crowd.acknowledged(Math.floor(eventsIn(moreWalks) / 3)), walking]);
      await crowd.replace(async (server) => {
        const file = path.join(server.dataDir, 'postgres', 'cluster', 'postmaster.pid');
        process.kill(Number((await readFile(file, 'utf8')).split('\n')[0]), 'SIGKILL');
        await until('the server to end', () => (server.exited ? true : null));
        expect(server.log).toMatch(/^Lawgate 出错 \(error\) \[database\.gone\]: /m);
        expect(await server.stop()).toBe(1);
      });
      await walking;
      await expectAsAcknowledged(allWalks);
      // What the dead server held waits for its lock in the test before; here it is taken out of the queue.
      await emptyQueue(crowd.server.dataDir);
      await untilDelivered();
      await expectSound();
    },
    patienceMs,
  );
});

describe('what is left', () => {
  it('has opinion letters 1 to n, each to its case', async () => {
    const letters = await asOwner(crowd.server.dataDir, async (pool) => {
      const found = await pool.query<{ number: number; cases: number }>(
        `select number, count(distinct case_id)::int as cases from document_number
          where code = '合审' and year = 2026 group by number order by number`,
      );
      return found.rows;
    });
    const signed = allWalks.filter(({ commands }) => commands.some(({ type }) => type === 'sign-off'));
    expect(letters).toEqual(signed.map((_, index) => ({ number: index + 1, cases: 1 })));
  });

  it(
    'goes on through two more kills while reminders go out: every one of them is shown, once',
    async () => {
      const open = allWalks.filter(({ commands }) => commands.length <= contract.acceptedSoFar.length);
      // Two of the days end badly, in the hands that deliver their reminders: taken and not written, written and not said.
      const deaths: CrashPoint[] = ['delivery.before-write', 'delivery.after-write'];
      for (let at = await nextTimerAt(); at !== null; at = await nextTimerAt()) {
        const moment = at;
        const point = deaths.shift();
        if (point !== undefined) await dieDelivering(point, moment);
        await crowd.insist(async () => {
          await setClock(crowd.server.base, moment);
          return { status: 200, body: null, headers: new Headers() };
        });
        await untilDelivered();
      }
      expect(deaths).toEqual([]);
      const shown = await asOwner(crowd.server.dataDir, async (pool) => {
        const found = await pool.query<{ title: string; kind: string; people: string[] }>(
          `select c.title, n.kind, array_agg(p.username order by p.username) as people
           from notification n join person p on p.id = n.person_id join review_case c on c.id = n.case_id
          where n.kind like 'reminder.%' group by 1, 2`,
        );
        return new Map(found.rows.map(({ title, kind, people }) => [`${title} ${kind}`, people.join()]));
      });
      const early = ['T-2', 'T-1', 'T', 'overdue', 'overdue-2'];
      const late = ['overdue-3', 'overdue-4', 'overdue-5'];
      const stages = [...early, ...late];
      const expected = open.flatMap(({ title }) => stages.map((stage) => `${title} reminder.${stage}`));
      expect([...shown.keys()].sort()).toEqual(expected.sort());
      // From the third overdue day on the ladder reaches the director.
      for (const [what, people] of shown) {
        const escalated = late.some((stage) => what.endsWith(`reminder.${stage}`));
        expect([what, people]).toEqual([what, escalated ? 'director,intake,intake2' : 'intake,intake2']);
      }
      await expectSound();
    },
    patienceMs,
  );
});

/** The next instant at which something falls due, or null when nothing does any more. */
async function nextTimerAt(): Promise<string | null> {
  const found = await asOwner(crowd.server.dataDir, (pool) =>
    pool.query<{ at: Date | null }>(`select min(fire_at) as at from timer where status in ('pending', 'enqueued')`),
  );
  return found.rows[0]?.at?.toISOString() ?? null;
}

/** The server dies at a named point of its work when the clock comes to `moment`, and another one takes its place. */
async function dieDelivering(point: CrashPoint, moment: string): Promise<void> {
  await emptyQueue(crowd.server.dataDir);
  await writeFile(orders, point);
  const doomed = crowd.server;
  await setClock(doomed.base, moment).catch((error: unknown) => {
    if (!isConnectionLost(error)) throw error;
  });
  await until(`the process to die at ${point}`, () => (doomed.exited ? true : null));
  await rm(orders);
  await crowd.replace((server) => asOwner(server.dataDir, letTimePass));
}
