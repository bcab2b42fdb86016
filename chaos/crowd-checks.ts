/** The sequences of commands of a crowd's cases, and the checks after any kills. */
import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { expect } from '@jest/globals';
import { asOwner, until } from '../e2e/owner.ts';
import * as contract from '../e2e/town.ts';
import type { Crowd, Walk } from './crowd.ts';
import { faultsIn, untold, waiting } from './soundness.ts';

/** Every fourth case is large and goes to an adviser; every eighth is left open, half of those before acceptance. */
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

/** @param prefix of the titles, which are also prefixes of the keys */
export const walksOf = (count: number, prefix: string): Walk[] =>
  Array.from({ length: count }, (_, index) => walkOf(index, prefix));

/** Number of events of all walks, including the creation of each case. */
export const eventsIn = (walks: readonly Walk[]): number =>
  walks.reduce((sum, { commands }) => sum + commands.length + 1, 0);

/** Every acknowledged event is stored once, unchanged; and no other event exists. */
export async function expectAsAcknowledged(crowd: Crowd, walks: readonly Walk[]): Promise<void> {
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
  await expectUploads(crowd);
}

async function expectUploads(crowd: Crowd): Promise<void> {
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

/** Every signed case has its own opinion letter, and the numbers have neither gaps nor duplicates. */
export async function expectLetters(crowd: Crowd, walks: readonly Walk[]): Promise<void> {
  const letters = await asOwner(crowd.server.dataDir, async (pool) => {
    const found = await pool.query<{ number: number; cases: number }>(
      `select number, count(distinct case_id)::int as cases from document_number
        where code = '合审' and year = 2026 group by number order by number`,
    );
    return found.rows;
  });
  const signed = walks.filter(({ commands }) => commands.some(({ type }) => type === 'sign-off'));
  expect(letters).toEqual(signed.map((_, index) => ({ number: index + 1, cases: 1 })));
}

/** For a system that has nothing left to do, because papers also arrive in the store as uploads. */
export async function expectSound(crowd: Crowd): Promise<void> {
  const { dataDir } = crowd.server;
  // Incomplete uploads of the dead process were removed by the next one.
  expect(await readdir(path.join(dataDir, 'documents', 'incoming'))).toEqual([]);
  expect(await asOwner(dataDir, faultsIn)).toEqual([]);
  expect(await asOwner(dataDir, untold)).toEqual([]);
}

/** Resolves when nothing is left that could be done now. */
export async function untilDelivered(crowd: Crowd): Promise<void> {
  await asOwner(crowd.server.dataDir, async (pool) => {
    let left: string | null = null;
    const ask = async (): Promise<true | null> => ((left = await waiting(pool)) === null ? true : null);
    await until('deliveries', ask, 240_000).catch((error: Error) => {
      throw new Error(`${error.message}: ${left}\n${crowd.server.log}`);
    });
  });
}

/**
 * Moves the clock to each instant at which something is due, until nothing is left.
 *
 * @param before called with each of these instants before the clock is moved there
 */
export async function passAllTimers(
  crowd: Crowd,
  before: (moment: string) => Promise<void> = async () => {},
): Promise<void> {
  for (let at = await nextTimerAt(crowd); at !== null; at = await nextTimerAt(crowd)) {
    const moment = at;
    await before(moment);
    await crowd.insist(async () => {
      await contract.setClock(crowd.server.base, moment);
      return { status: 200, body: null, headers: new Headers() };
    });
    await untilDelivered(crowd);
  }
}

async function nextTimerAt(crowd: Crowd): Promise<string | null> {
  const found = await asOwner(crowd.server.dataDir, (pool) =>
    pool.query<{ at: Date | null }>(`select min(fire_at) as at from timer where status in ('pending', 'enqueued')`),
  );
  return found.rows[0]?.at?.toISOString() ?? null;
}

/** After all timers: each open case had a reminder at every stage, once for each recipient. */
export async function expectReminders(crowd: Crowd, walks: readonly Walk[]): Promise<void> {
  const open = walks.filter(({ commands }) => commands.length <= contract.acceptedSoFar.length);
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
  // From the third overdue day on the reminder is escalated to the director.
  for (const [what, people] of shown) {
    const escalated = late.some((stage) => what.endsWith(`reminder.${stage}`));
    expect([what, people]).toEqual([what, escalated ? 'director,intake,intake2' : 'intake,intake2']);
  }
}
