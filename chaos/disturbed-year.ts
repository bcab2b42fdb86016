/** The simulated year with the worker killed and the queue emptied repeatedly: the notices are the same. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from '@jest/globals';
import { freePort } from '@lawgate/database';
import { openQueue } from '@lawgate/jobs';
import { testDatabase } from '@lawgate/testing';
import { seedOr, sizes, timeoutMs } from '@lawgate/sizes';
import { until } from '../e2e/owner.ts';
import { Process } from '../e2e/processes.ts';
import { goldenFile, logUntil, readLog } from '../e2e/year/log.ts';
import { createTown } from '../e2e/year/people.ts';
import { playYear } from '../e2e/year/player.ts';
import { lastDay } from '../e2e/year/script.ts';
import { Disturbance, workerCrashPoints } from './disturbance.ts';
import { faultsIn } from './soundness.ts';

const seed = seedOr(20240209);

/** The full form is the whole year; the short one its first weeks, with each kind of death at least once. */
const size = sizes({
  short: { until: '2024-02-08', kills: 3, emptyings: 6, crashesAtEach: 1, armedShare: 1, killShare: 0.6, maxPasses: 2 },
  full: { until: lastDay, kills: 34, emptyings: 34, crashesAtEach: 12, armedShare: 0.33, killShare: 1, maxPasses: 12 },
});
/** A few more are drawn in the full form, because an instant may have nothing to disturb. */
const atLeast = sizes({ short: { deaths: 7, emptyings: 6 }, full: { deaths: 30, emptyings: 30 } });

/** Milliseconds of wall time for a disturbed year; a generous timeout, not a benchmark. */
export const quietTimeoutMs = timeoutMs(900_000);

/** @param redis its address; null for a queue in the year's own database */
export async function disturbYear(redis: string | null): Promise<void> {
  const closers: (() => Promise<unknown>)[] = [];
  try {
    await play(redis, closers);
  } finally {
    for (const close of closers.reverse()) await close();
  }
}

async function play(redis: string | null, closers: (() => Promise<unknown>)[]): Promise<void> {
  const golden = logUntil(await readFile(goldenFile, 'utf8'), size.until);
  const database = await testDatabase();
  closers.push(() => database.drop());
  const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-year-'));
  closers.push(() => rm(folder, { recursive: true, force: true }));
  const pool = database.ownerPool;
  await createTown(pool);

  const port = await freePort();
  const queueUrl = redis ?? database.url;
  const env = {
    DATABASE_URL: database.url,
    QUEUE_URL: queueUrl,
    LAWGATE_DATA: folder,
    LAWGATE_CLOCK: 'simulated',
    // Short intervals, because a year has many losses to wait for.
    LAWGATE_POLL_MS: '50',
    LAWGATE_RESCUE_AFTER_MS: '1000',
  };
  const api = await Process.start('api', { ...env, PORT: String(port) });
  closers.push(() => api.stop());
  const queue = openQueue({ url: queueUrl, onError: () => {} });
  closers.push(() => queue.close());
  const disturbance = new Disturbance({
    seed,
    instants: instantsOf(golden),
    ...size,
    queue,
    pool,
    workerEnv: env,
  });
  closers.push(() => disturbance.stop());
  await disturbance.start();

  const disturb = (at: string): Promise<void> => disturbance.disturb(at);
  await playYear({ base: `http://127.0.0.1:${port}`, pool, until: size.until, disturb });
  const { killed, crashedAt, emptied } = disturbance;
  process.stderr.write(
    `${new URL(queueUrl).protocol} seed ${seed}: ${killed} killed, ${crashedAt.length} crashed, ${emptied} emptied\n`,
  );
  expect(killed + crashedAt.length).toBeGreaterThanOrEqual(atLeast.deaths);
  expect([...new Set(crashedAt)].sort()).toEqual([...workerCrashPoints].sort());
  expect(emptied).toBeGreaterThanOrEqual(atLeast.emptyings);
  expect((await readLog(pool)).split('\n')).toEqual(golden.split('\n'));
  expect(await faultsIn(pool)).toEqual([]);

  await disturbance.calm();
  // Delivers everything once more that was ever delivered.
  const { rows } = await pool.query<{ kind: 'outbox' | 'timer'; id: string; token: number }>(
    `select 'outbox' as kind, id, 0 as token from outbox union all select 'timer', id, token from timer`,
  );
  await queue.empty();
  await queue.add(rows);
  await until('an empty queue', async () => ((await queue.depth()) === 0 ? true : null), 120_000, 50);
  expect(await readLog(pool)).toBe(golden);
  await disturbance.stop();
  expect(disturbance.logs.join('')).not.toContain('reconciler corrected');
}

/** The instants of the log, in the format of the script: at each of these a notice is sent. */
function instantsOf(log: string): string[] {
  const found = log.match(/^\d{4}-\d\d-\d\d 周. \d\d:\d\d/gm) ?? [];
  return [...new Set(found.map((each) => each.replace(/ 周./, '')))];
}
