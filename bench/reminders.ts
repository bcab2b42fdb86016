/**
 * Reminders that become due in the same minute, on each queue backend: each delivered once, with rate and lag, compared
 * with BullMQ by itself with as many jobs, the same concurrency, and a handler that does nothing. Then once more, with
 * the queue emptied half-way. Compare ratios: the rates of these machines vary.
 *
 *   npm run bench -- reminders [count, default 100000] [postgres|redis, default both]
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { createPool, migrate, migrateQueue, startEmbeddedPostgres } from '@lawgate/database';
import type { Definition } from '@lawgate/engine';
import { loadDefinitions } from '@lawgate/workflows';
import { OwnRedis } from '../e2e/redis.ts';
import { bare, flood, type Flooded } from './flood.ts';

const reminders = Number(process.argv[2] ?? 100_000);
/** The same as in the worker. */
const concurrency = 8;
const wanted = process.argv[3];
if (!Number.isInteger(reminders) || reminders < 1) throw new RangeError('the count must be a whole number from 1');

const folder = await mkdtemp(path.join(tmpdir(), 'lawgate-bench-'));
const postgres = await startEmbeddedPostgres({ dataDir: path.join(folder, 'postgres') });
const redis = wanted === 'postgres' ? null : await OwnRedis.start();
const errors: string[] = [];
const onError = (error: Error): void => void errors.push(error.message);
try {
  const definition = (await loadDefinitions()).find((each) => each.events['contract.sign'] !== undefined) as Definition;
  console.log(`${reminders} reminders due at once, ${concurrency} jobs at a time, one worker process`);
  if (redis === null && wanted !== 'postgres') console.log('redis: skipped, there is no redis-server on the PATH');
  for (const backend of ['postgres', 'redis'] as const) {
    if ((wanted !== undefined && wanted !== backend) || (backend === 'redis' && redis === null)) continue;
    const urls = async (name: string): Promise<{ databaseUrl: string; queueUrl: string }> => {
      const databaseUrl = await freshDatabase(`${backend}_${name}`);
      return { databaseUrl, queueUrl: backend === 'redis' ? (redis?.url ?? '') : databaseUrl };
    };
    const limit = await bare((await urls('bare')).queueUrl, reminders, concurrency, onError);
    const bareRate = reminders / limit.processing;
    console.log(`\n${backend}`);
    console.log(
      `  BullMQ by itself    ${rate(bareRate)}   (adding the jobs before it: ${rate(reminders / limit.adding)})`,
    );

    const settings = { definition, reminders, rescueAfterMs: 30_000, concurrency, onError };
    const once = await flood({ ...settings, ...(await urls('once')), emptyAfter: null });
    print('reminders', once, bareRate);
    errors.length = 0;
    const half = await flood({ ...settings, ...(await urls('half')), emptyAfter: Math.floor(reminders / 2) });
    print('emptied half-way', half, bareRate);
    console.log(`    ${half.emptied} jobs were thrown away; the rescuer waits 30 s before it takes a row for lost`);
    // BullMQ reports running jobs that were removed; no other error is expected.
    errors.length = 0;
  }
  console.log(
    `\nmachine: ${cpus().length} × ${cpus()[0]?.model ?? '?'}, Node ${process.version}, ${new Date().toISOString().slice(0, 10)}`,
  );
} finally {
  await redis?.kill();
  await postgres.stop();
  await rm(folder, { recursive: true, force: true });
}

function rate(perSecond: number): string {
  return `${perSecond.toFixed(0).padStart(6)}/s`;
}

function print(label: string, found: Flooded, bareRate: number): void {
  const perSecond = reminders / found.seconds;
  const lag = `lag p50 ${found.p50.toFixed(1)} s, p99 ${found.p99.toFixed(1)} s`;
  console.log(
    `  ${label.padEnd(20)}${rate(perSecond)}   ${(perSecond / bareRate).toFixed(2)} of BullMQ by itself   ${lag}`,
  );
  const { recorded, shown, missing, doubled } = found;
  const exact = recorded === reminders && shown === reminders && missing === 0 && doubled === 0;
  console.log(`    ${recorded} recorded, ${shown} shown, ${missing} missing, ${doubled} twice`);
  if (exact && (label !== 'reminders' || errors.length === 0)) return;
  process.exitCode = 1;
  console.log(`    NOT exactly once. ${[...new Set(errors)].join('; ')}`);
}

async function freshDatabase(name: string): Promise<string> {
  const server = createPool(postgres.url, { max: 1 });
  await server.query(`create database ${name}`);
  await server.end();
  const url = new URL(postgres.url);
  url.pathname = `/${name}`;
  await migrate(url.href);
  await migrateQueue(url.href);
  return url.href;
}
