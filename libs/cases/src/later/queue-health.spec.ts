/** Values of the gauges on real rows, by both kinds of clock, and their cost with many rows. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '@lawgate/testing';
import { openTown, people, type Town } from '../runtime.fixtures.ts';
import { inTransaction } from '@lawgate/database';
import { Deliverer, type DeliveryHandlers } from './deliverer.ts';
import { maxCounted, defaultQueueLimits, pastLimits, QueueHealth, type HealthSettings } from '@lawgate/jobs';

const { li } = people;

let db: TestDatabase;
let town: Town;
let wall = Date.now();
const answering = { depth: () => Promise.resolve(3) };
const handlers: DeliveryHandlers = {
  outbox: { notice: async () => {}, 'task-opened': async () => {} },
  noticeTimers: { reminder: async () => {}, 'clock-reminder': async () => {} },
};

beforeAll(async () => {
  db = await testDatabase();
  town = await openTown(db);
}, 120_000);
afterAll(() => db.drop());
beforeEach(async () => {
  await db.ownerPool.query(`update timer set status = 'cancelled' where status in ('pending', 'enqueued')`);
  await db.ownerPool.query('update outbox set delivered_at = created_at where delivered_at is null');
  town.clock.set(new Date('2024-02-08T01:00:00Z'));
});

const open = (settings: HealthSettings = {}, queue = answering, clock: { now(): Date } = town.clock) =>
  new QueueHealth(db.appPool, queue, clock, { wallTime: () => wall, cacheTtlMs: 0, ...settings });
const later = (seconds: number): void => void (wall += seconds * 1000);

describe('by a simulated clock', () => {
  it('what a jump of a year made due has a waiting time of zero, and stays there while the clock does not move', async () => {
    await town.submitted();
    const health = open();
    expect(await health.measure()).toMatchObject({ oldestDueTimer: 0, outboxAge: 0, dueTimers: 0, undelivered: 2 });
    later(30);
    town.clock.set(new Date('2025-02-08T01:00:00Z'));
    expect(await health.measure()).toMatchObject({ oldestDueTimer: 0, outboxAge: 30, dueTimers: 1 });
    later(20);
    town.clock.set(new Date('2026-02-08T01:00:00Z'));
    expect(await health.measure()).toMatchObject({ oldestDueTimer: 20, outboxAge: 50 });
    expect(pastLimits(await health.measure(), { ...defaultQueueLimits, oldestDueTimer: 15 })).toEqual([
      { gauge: 'oldestDueTimer', value: 20, limit: 15 },
    ]);
  });

  it('drops when the rows are done', async () => {
    await town.submitted();
    const health = open();
    await health.measure();
    later(400);
    expect(pastLimits(await health.measure(), defaultQueueLimits).map(({ gauge }) => gauge)).toEqual(['outboxAge']);
    await db.ownerPool.query('update outbox set delivered_at = created_at, enqueued_at = created_at');
    expect(pastLimits(await health.measure(), defaultQueueLimits)).toEqual([]);
  });
});

it('by the system clock the waiting time follows the rows, also in a process that has just begun', async () => {
  const { id } = await town.submitted();
  await db.ownerPool.query(
    `update timer set fire_at = clock_timestamp() - interval '1 hour' where case_id = $1 and kind = 'reminder'`,
    [id],
  );
  await db.ownerPool.query(`update outbox set created_at = clock_timestamp() where case_id = $1`, [id]);
  const gauges = await open({}, answering, { now: () => new Date() }).measure();
  expect(gauges.oldestDueTimer).toBeGreaterThanOrEqual(3600);
  expect(gauges.outboxAge).toBeLessThan(3600);
  expect(gauges.queueDepth).toBe(3);
});

it('lag is measured from enqueueing to delivery, over the last minutes', async () => {
  await db.ownerPool.query('update outbox set settled_at = null');
  const { id } = await town.submitted();
  await db.ownerPool.query(
    `update outbox set enqueued_at = clock_timestamp() - interval '40 seconds' where case_id = $1`,
    [id],
  );
  const { rows } = await db.ownerPool.query<{ id: string }>('select id from outbox where case_id = $1', [id]);
  const deliverer = new Deliverer(db.workerPool, town.workerRuntime, handlers, town.clock);
  await deliverer.deliver(...rows.map((row) => ({ kind: 'outbox', id: row.id, token: 0 }) as const));
  wall = Date.now();
  const { deliveryLag } = await open().measure();
  expect(deliveryLag.p50).toBeGreaterThanOrEqual(40);
  expect(deliveryLag.p99).toBeGreaterThanOrEqual(40);
  later(600);
  expect((await open().measure()).deliveryLag).toEqual({ p50: null, p99: null });
});

it('a queue that does not answer has no depth, is asked once, and is read again when it answers', async () => {
  let asked = 0;
  let answer = (_depth: number): void => {};
  const silent = {
    depth: () => {
      asked += 1;
      return new Promise<number>((resolve) => (answer = resolve));
    },
  };
  const health = open({ queueTimeoutMs: 10 }, silent);
  expect((await health.measure()).queueDepth).toBeNull();
  expect((await health.measure()).queueDepth).toBeNull();
  expect(asked).toBe(1);
  const coming = health.measure();
  answer(7);
  expect((await coming).queueDepth).toBe(7);
  const broken = { depth: () => Promise.reject(new Error('gone')) };
  expect((await open({}, broken).measure()).queueDepth).toBeNull();
});

it('concurrent readers share one query', async () => {
  let asked = 0;
  const counting = { depth: () => Promise.resolve((asked += 1)) };
  const health = open({ cacheTtlMs: 1000 }, counting);
  await Promise.all(Array.from({ length: 20 }, () => health.measure()));
  await health.measure();
  expect(asked).toBe(1);
  later(2);
  await health.measure();
  expect(asked).toBe(2);
});

it('reads bounded parts of indexes, however many rows there are', async () => {
  const { id } = await town.submitted(li);
  await inTransaction(db.ownerPool, async (tx) => {
    await tx.query(
      `insert into timer (id, case_id, org_path, kind, subject, visit, stage, fire_at, status, settled_at, enqueued_at)
       select gen_random_uuid(), c.id, c.org_path, 'clock-due', 'clock:many:' || n, 1, 'due', c.created_at,
              case when n % 100 = 0 then 'pending' else 'fired' end, c.created_at, c.created_at
         from review_case c, generate_series(1, 20000) as n where c.id = $1`,
      [id],
    );
    await tx.query(
      `insert into outbox (id, case_id, org_path, kind, payload, created_at, enqueued_at, delivered_at, settled_at)
       select gen_random_uuid(), c.id, c.org_path, 'notice', '{}', c.created_at, c.created_at, c.created_at, c.created_at
         from review_case c, generate_series(1, 20000) as n where c.id = $1`,
      [id],
    );
  });
  await db.ownerPool.query('analyze');
  const { rows } = await db.ownerPool.query<{ body: string }>(
    `select prosrc as body from pg_proc where proname = 'queue_rows'`,
  );
  const values = { p_now: '2030-01-01', p_since: '2030-01-01', p_oldest: '100', p_most: String(maxCounted) };
  const statement = Object.entries(values).reduce(
    (sql, [name, value]) => sql.replaceAll(name, /^\d+$/.test(value) ? value : `timestamptz '${value}'`),
    rows[0]?.body ?? '',
  );
  const plan = (await db.ownerPool.query<{ 'QUERY PLAN': string }>(`explain ${statement}`)).rows
    .map((line) => line['QUERY PLAN'])
    .join('\n');
  expect(plan).toMatch(/on timer/);
  expect(plan).not.toMatch(/Seq Scan on (timer|outbox)/);
});
