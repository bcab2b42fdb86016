/**
 * Jobs on real servers, through Nest's binding of BullMQ: retried, given up, retried by the operator, and never done
 * twice.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { advisoryLocks, newId, SimulatedClock } from '@lawgate/database';
import { eventually, redisUrl, testDatabase, type TestDatabase } from '@lawgate/testing';
import { Module, type INestApplicationContext } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { JobExplorer } from '../nest/job-explorer.ts';
import { JobsModule, QUEUES, type Queues } from '../nest/jobs.module.ts';
import type { QueueName } from '../queue/bullmq-queue.ts';
import type { DeliveryConsumer } from '../queue/delivery-queue.ts';
import { dispatchJobs } from './job-dispatcher.ts';
import { jobErrorText } from './job-error.ts';
import { BackgroundJob, jobRetryMs, NotYetError, type Job, type JobHandler, type NextRun } from './job-kind.ts';
import { JobRegistry, maxAttemptsOf } from './job-registry.ts';
import { rescueJobs } from './job-rescuer.ts';
import { JobRunner } from './job-runner.ts';
import { addJob, JobStore } from './job-store.ts';
import { WorkListener } from './work-listener.ts';

const redis = await redisUrl();
if (redis === null) {
  it('runs on Redis too', () => {
    process.stderr.write('\n*** SKIPPED: jobs on Redis (no redis-server on the PATH) ***\n');
    expect(process.env.CI).not.toBe('true');
  });
}

/** Behaviour and calls of the spec's handlers. */
let act: (job: Job, signal: AbortSignal) => Promise<NextRun | void> = async () => {};
const ran: string[] = [];
const givenUp: string[] = [];
class Recording implements JobHandler {
  async run(job: Job, signal: AbortSignal): Promise<NextRun | void> {
    ran.push(job.key);
    return act(job, signal);
  }
  async giveUp({ key }: Job): Promise<void> {
    givenUp.push(key);
  }
}
@BackgroundJob({ kind: 'spec.once', title: '一次', queue: 'short', maxAttempts: 2 })
class Once extends Recording {}
@BackgroundJob({ kind: 'spec.long', title: '长时', queue: 'long', batch: 2 })
class Long extends Recording {}
@BackgroundJob({
  kind: 'spec.hourly',
  title: '每小时',
  queue: 'short',
  maxAttempts: 1,
  schedule: { everyMs: 3_600_000 },
})
class Hourly extends Recording {}
@BackgroundJob({
  kind: 'spec.yearly',
  title: '每年',
  queue: 'short',
  schedule: { after: (now) => new Date(Date.UTC(now.getUTCFullYear() + 1, 0, 1)) },
})
class Yearly extends Recording {}

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
}, 120_000);
afterAll(() => db.drop());

describe.each(['postgres', ...(redis === null ? [] : ['redis'])])('jobs by %s', (backend) => {
  const clock = new SimulatedClock(new Date('2026-03-01T00:00:00Z'));
  const errors: string[] = [];
  const open: {
    app: INestApplicationContext;
    consumers: DeliveryConsumer[];
    listener: WorkListener;
    runner: JobRunner;
  }[] = [];
  let prefix = '';

  /** A process that runs jobs; the test is the leader. */
  const startWorker = async () => {
    class Root {}
    const url = backend === 'redis' && redis !== null ? redis : db.url;
    const connection = { url, prefix, onError: (error: Error) => errors.push(error.message) };
    Module({ imports: [JobsModule.forRoot(connection)], providers: [Once, Long, Hourly, Yearly] })(Root);
    const app = await NestFactory.createApplicationContext(Root, { logger: ['error'], abortOnError: false });
    const queues = app.get<Queues>(QUEUES);
    const registry = app.get(JobExplorer).registry();
    const listener = new WorkListener(db.workerPool, () => {});
    await listener.start();
    const runner = new JobRunner({
      pool: db.workerPool,
      registry,
      clock,
      runner: listener.runner,
      onError: ({ message }) => errors.push(message),
      onEnded: () => {},
    });
    const consumers: DeliveryConsumer[] = [];
    for (const name of ['short', 'long'] satisfies QueueName[]) {
      consumers.push(await queues[name].consume((deliveries) => runner.deliver(deliveries), 4));
    }
    const worker = { app, consumers, listener, runner, queues, registry };
    open.push(worker);
    return worker;
  };
  type Worker = Awaited<ReturnType<typeof startWorker>>;

  afterEach(async () => {
    for (const { app, runner, consumers, listener } of open.splice(0)) {
      runner.stop();
      await Promise.all(consumers.map((consumer) => consumer.close()));
      await listener.stop();
      await app.close();
    }
    await db.ownerPool.query('truncate job, job_kind');
    act = async () => {};
    for (const list of [ran, givenUp, errors]) list.splice(0);
  });
  const fresh = (): Promise<Worker> => {
    prefix = `j${newId().slice(-12)}`;
    return startWorker();
  };

  interface Row {
    key: string;
    state: string;
    attempts: number;
    error: string | null;
    runAt: Date | null;
    waits: boolean;
  }
  const rows = async (): Promise<Row[]> => {
    const found = await db.ownerPool.query<Row>(
      `select key, state, attempts, last_error as error, run_at as "runAt",
              retry_at is not null and retry_at > clock_timestamp() as waits from job order by created_at, id`,
    );
    return found.rows;
  };
  const add = (kind: string, key: string): Promise<void> => addJob(db.workerPool, { kind, key });
  const dispatch = ({ queues, registry }: Worker): Promise<number> =>
    dispatchJobs(db.workerPool, queues, registry.kinds(), clock.now());
  const dispatchUntil = (worker: Worker, ended: (rows: Row[]) => boolean): Promise<Row[]> =>
    eventually(async () => {
      await dispatch(worker);
      return rows();
    }, ended);
  /** Makes failed jobs due at once. */
  const hurry = () => db.ownerPool.query('update job set retry_at = null');
  const settled = (found: Row[]): boolean => found.every(({ state }) => state === 'done' || state === 'failed');

  it('retries a failed job, stores why, gives it up after its attempts, and starts again for the operator', async () => {
    const worker = await fresh();
    act = async () => {
      throw new TypeError('no room for "张三的合同" (民法典)');
    };
    await add('spec.once', 'a');
    await dispatchUntil(worker, ([row]) => row?.error != null);
    expect(await rows()).toMatchObject([
      { state: 'waiting', attempts: 1, waits: true, error: 'TypeError: no room for … …' },
    ]);
    expect(await dispatch(worker)).toBe(0);
    await hurry();
    await dispatchUntil(worker, settled);
    expect(await rows()).toMatchObject([{ state: 'failed', attempts: 2 }]);
    expect([ran, givenUp, errors.length]).toEqual([['a', 'a'], ['a'], 2]);

    act = async () => {};
    const id = (await db.ownerPool.query<{ id: string }>('select id from job')).rows[0]?.id;
    const administrator = await db.appPool.connect();
    await administrator.query('begin');
    await administrator.query(`select act_as('none', '/x/', '')`);
    const answer = await administrator.query<{ kind: string | null }>('select operator_retry($1) as kind', [id]);
    await administrator.query('commit');
    administrator.release();
    expect(answer.rows).toEqual([{ kind: 'spec.once' }]);
    await dispatchUntil(worker, settled);
    expect(await rows()).toMatchObject([{ state: 'done', attempts: 1 }]);
  }, 30_000);

  it('does each job once under two workers, however often it is delivered and rescued', async () => {
    const worker = await fresh();
    const other = await startWorker();
    const keys = Array.from({ length: 6 }, (_, n) => `k${n}`);
    // Those of the second kind are delivered in a batch.
    for (const key of keys) await add(key < 'k3' ? 'spec.once' : 'spec.long', key);
    // While a job of the key is open no second one is added.
    await add('spec.once', 'k0');
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    act = () => finished;
    await dispatchUntil(worker, (found) => found.filter(({ state }) => state === 'running').length === 2);
    // One of each kind at a time, in the whole installation.
    expect(await dispatch(other)).toBe(0);
    expect(await rescueJobs(db.workerPool, 60_000)).toBe(0);
    const found = await db.ownerPool.query<{ id: string; token: number }>('select id, token from job');
    const again = found.rows.map(({ id, token }) => ({ kind: 'job' as const, id, token: token - 1 }));
    await worker.queues.short.add(again);
    await other.queues.long.add(again);
    finish();
    await dispatchUntil(other, settled);
    expect([...ran].sort()).toEqual(keys);
  }, 30_000);

  it('loses nothing when the queue is emptied or a worker dies in the middle, and counts the death as an attempt', async () => {
    const worker = await fresh();
    for (const { consumers } of open) for (const consumer of consumers) await consumer.close();
    await add('spec.once', 'a');
    expect(await dispatch(worker)).toBe(1);
    await worker.queues.short.empty();
    expect(await rescueJobs(db.workerPool, 0)).toBe(1);
    const next = await startWorker();
    // Begun by a process that has ended.
    await db.ownerPool.query(`update job set state = 'running', attempts = 1, token = token + 1, runner = 1`);
    expect(await rescueJobs(db.workerPool, 60_000)).toBe(1);
    await dispatchUntil(next, settled);
    expect(await rows()).toMatchObject([
      { state: 'done', attempts: 2, error: 'the worker process ended during the job' },
    ]);
    await db.ownerPool.query(`update job set state = 'running', runner = 1`);
    await rescueJobs(db.workerPool, 60_000);
    await dispatchUntil(next, settled);
    // Both attempts ended with their process: it is not begun a third time.
    expect([await rows(), ran, givenUp]).toMatchObject([[{ state: 'failed' }], ['a'], ['a']]);
  }, 30_000);

  it('puts back running jobs on shutdown, and jobs that are not ready yet, without counting an attempt', async () => {
    const worker = await fresh();
    let begun = false;
    act = (_job, signal) =>
      new Promise((_resolve, reject) => {
        begun = true;
        signal.addEventListener('abort', () => reject(new Error('stopped')));
      });
    await add('spec.once', 'a');
    await dispatch(worker);
    await eventually(() => begun, Boolean);
    worker.runner.stop();
    await Promise.all(worker.consumers.map((consumer) => consumer.close()));
    expect(await rows()).toMatchObject([{ state: 'waiting', attempts: 0, error: null }]);
    act = async () => {
      throw new NotYetError();
    };
    const next = await startWorker();
    await dispatchUntil(next, ([row]) => row?.state === 'waiting' && row.waits);
    expect(await rows()).toMatchObject([{ attempts: 0, error: null }]);
    expect(errors).toEqual([]);
  }, 30_000);

  it('runs scheduled jobs again: by wall time, by a clock that jumps, and after they were given up', async () => {
    const worker = await fresh();
    const store = new JobStore(db.workerPool);
    for (let start = 0; start < 2; start += 1) await store.register(worker.registry.kinds(), maxAttemptsOf);
    await dispatchUntil(worker, () => ran.length === 2);
    await dispatchUntil(worker, (found) => found.length === 2 && found.every(({ state }) => state === 'waiting'));
    expect(await dispatch(worker)).toBe(0);
    clock.set(new Date('2027-02-01T00:00:00Z'));
    await dispatchUntil(worker, (found) =>
      found.some(({ runAt }) => runAt?.toISOString() === '2028-01-01T00:00:00.000Z'),
    );
    expect(ran).toHaveLength(3);

    // A clock that is set back would not reach the planned time; one that is advanced during a run would skip the next.
    clock.set(new Date('2024-05-01T00:00:00Z'));
    act = async () => clock.set(new Date('2025-01-01T00:30:00Z'));
    await dispatchUntil(worker, (found) =>
      found.some(({ runAt }) => runAt?.toISOString() === '2026-01-01T00:00:00.000Z'),
    );
    expect(ran).toHaveLength(5);

    act = async () => {
      throw new Error('away');
    };
    await store.bringForward(['spec.hourly']);
    await dispatchUntil(worker, (found) => found.length === 3);
    expect(await rows()).toContainEqual(expect.objectContaining({ state: 'failed', error: 'Error: away' }));
    act = async () => {};
    await hurry();
    // The next run clears the one that was given up.
    await dispatchUntil(worker, (found) => found.every(({ state }) => state !== 'failed') && ran.length === 7);
  }, 30_000);
});

describe('a process that runs jobs', () => {
  it('is notified of a job when its transaction commits, and its lock shows that it lives', async () => {
    const kinds: string[] = [];
    const listener = new WorkListener(db.workerPool, (kind) => kinds.push(kind));
    await listener.start();
    const locks = async (): Promise<number> =>
      (
        await db.ownerPool.query(`select 1 from pg_locks where locktype = 'advisory' and classid = $1 and objid = $2`, [
          advisoryLocks.jobRunner,
          listener.runner,
        ])
      ).rowCount ?? 0;
    await addJob(db.workerPool, { kind: 'spec.once', key: 'x' });
    await eventually(
      () => kinds.length,
      (length) => length > 0,
    );
    expect(await locks()).toBe(1);
    await db.ownerPool.query(`select pg_terminate_backend(pid) from pg_locks where objid = $1`, [listener.runner]);
    await eventually(locks, (n) => n === 1);
    await listener.stop();
    await eventually(locks, (n) => n === 0);
    expect(kinds[0]).toBe('');
  }, 30_000);
});

describe('the stored error text', () => {
  it('contains nothing that a message quotes, and no Chinese text of a case', () => {
    const error = Object.assign(new Error('duplicate key "某某公司" (id)=(7)\nwith more'), { code: '23505' });
    expect(jobErrorText(error)).toBe('Error 23505: duplicate key … …=…');
    expect(jobErrorText(new Error('第3行：张三的合同无法补录, line 3'))).toBe('Error: … line 3');
    expect(jobErrorText('x'.repeat(900)).length).toBeLessThan(500);
  });

  it('comes with a back-off of at most an hour', () => {
    expect([1, 2, 3, 30].map(jobRetryMs)).toEqual([5_000, 10_000, 20_000, 3_600_000]);
  });

  it('accepts handlers of different kinds only', () => {
    const job = { kind: { kind: 'spec.once', title: '', queue: 'short' } as const, handler: new Recording() };
    expect(() => new JobRegistry([job, job])).toThrow('spec.once');
  });
});
