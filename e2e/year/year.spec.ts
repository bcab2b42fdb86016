/** A simulated year of the demonstration town: its log of notifications equals the expected one. */
import { readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createPool } from '@lawgate/database';
import { openQueue, type DeliveryQueue } from '@lawgate/jobs';
import type pg from 'pg';
import { Client } from '../client.ts';
import { ownerUrl } from '../owner.ts';
import { Server } from '../server.ts';
import { surroundings } from '../town.ts';
import { derivedCases } from './derived.ts';
import { goldenFile, linesOf, readLog } from './log.ts';
import { createTown } from './people.ts';
import { playYear } from './player.ts';
import { cases, type ScriptedCase } from './script.ts';

let server: Server;
let pool: pg.Pool;
let queue: DeliveryQueue;

beforeAll(async () => {
  server = await Server.start({ env: surroundings });
  const url = await ownerUrl(server.dataDir);
  pool = createPool(url, { max: 2, applicationName: 'owner-of-the-year' });
  queue = openQueue({ url, onError: () => {} });
  await createTown(pool);
}, 120_000);

afterAll(async () => {
  await queue?.close();
  await pool?.end();
  await server?.remove();
}, 60_000);

it('has exactly the expected log', async () => {
  await playYear({ base: server.base, pool, queue });
  const log = await readLog(pool);
  if (process.env.LAWGATE_UPDATE_GOLDEN === 'year') {
    expect(process.env.CI).not.toBe('true');
    await writeFile(goldenFile, log);
  }
  expect(log.split('\n')).toEqual((await readFile(goldenFile, 'utf8')).split('\n'));
}, 600_000);

it.each(derivedCases)('reminds in $name as derived by hand', async ({ name, lines }) => {
  const found = linesOf(await readFile(goldenFile, 'utf8'), name);
  expect(found.filter((line) => / \| (提醒|系统) \| | \| reminder\./.test(line))).toEqual(lines);
});

interface Figures {
  readonly categories: readonly ({ category: string; balanced: boolean } & Record<string, unknown>)[];
}

it('has an annual report that agrees with the script', async () => {
  const leader = await Client.login(server.base, 'leader');
  const report = await leader.get<Figures>('/api/reports/annual/2024');
  expect(report.status).toBe(200);
  const own = cases.filter(({ acts }) => !acts[0]?.[1].startsWith('east-'));
  // A category that the script does not use is counted too, with zeros.
  const categories = [...new Set(own.map(({ category }) => category))];
  expect(report.body.categories.map(({ category }) => category)).toEqual(expect.arrayContaining(categories));
  for (const figures of report.body.categories) {
    expect(figures).toMatchObject(bookOf(own.filter(({ category }) => category === figures.category)));
  }
  const sum = (figure: string): number => report.body.categories.reduce((all, each) => all + Number(each[figure]), 0);
  // By design of the script: 41 cases of the town, one of them a draft, two open at the end of the year.
  expect([sum('received'), sum('concluded'), sum('carriedOut')]).toEqual([40, 32, 2]);
});

/** The expected figures of 2024 for these cases. */
function bookOf(scripted: readonly ScriptedCase[]): Record<string, unknown> {
  const did = (what: string) => (each: ScriptedCase) =>
    each.acts.some(([at, , type]) => type === what && at < '2025-01-01');
  const ended = (ends: ScriptedCase['ends']) => (each: ScriptedCase) => each.ends === ends;
  const count = (holds: (each: ScriptedCase) => boolean): number => scripted.filter(holds).length;
  return {
    received: count(did('submit')),
    accepted: count(did('accept')),
    concluded: count(ended('concluded')),
    returned: count(ended('returned')),
    declined: count(ended('declined')),
    withdrawn: count(ended('withdrawn')),
    supplements: count(did('supplement.request')),
    overdue: count(({ late }) => late === true),
    adviserParticipation: count((each) => each.ends === 'concluded' && did('opinion.give')(each)),
    filed: count(did('file')),
    carriedIn: 0,
    carriedOut: count(ended('open')),
    balanced: true,
  };
}
