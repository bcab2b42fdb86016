/** Delivery after a commit, on real servers: nothing is lost, done twice or done early. */
import { readFileSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, redisUrl, testDatabase, type TestDatabase } from '@lawgate/testing';
import { advisoryLocks, newId } from '@lawgate/database';
import { maxDeliveryAttempts, openQueue, type DeliveryQueue, dispatchOutbox } from '@lawgate/jobs';
import { openTown, people, type Town } from '../runtime.fixtures.ts';
import { reminderStages } from '../clocks/timer-plan.ts';
import { Deliverer, type DeliveryHandlers } from './deliverer.ts';
import { BackgroundWork } from './background-work.ts';
import { reconcile } from './reconciler.ts';
import { scanTimers, timersPerChunk } from './timer-scan.ts';

const { li, zhao } = people;
const redis = await redisUrl();
if (redis === null) {
  it('runs on Redis too', () => {
    process.stderr.write('\n*** SKIPPED: background work on Redis (no redis-server on the PATH) ***\n');
    expect(process.env.CI).not.toBe('true');
  });
}

/** A statement of `sql/later/` without its comments. */
const statement = (name: string): string =>
  readFileSync(new URL(`../../sql/later/${name}.sql`, import.meta.url), 'utf8')
    .replace(/^--.*\n/gm, '')
    .trim();

it.each(['lock-clocks', 'lock-tasks', 'lock-timers'])('%s locks the same rows whether it waits or skips', (name) => {
  expect(statement(`${name}-skip`)).toBe(`${statement(`${name}-wait`)} skip locked`);
});

it('a scan does not stop after its first chunk because the statement reads fewer timers than the code expects', () => {
  expect(statement('due-timers')).toMatch(new RegExp(` limit ${timersPerChunk}$`));
});

describe.each(['postgres', ...(redis === null ? [] : ['redis'])])('background work by %s', (backend) => {
  let db: TestDatabase;
  let town: Town;
  const open: { close(): Promise<void> }[] = [];
  const errors: Error[] = [];
  /** One entry for each call of a handler, so that repeated calls for one row are visible. */
  let handled: string[] = [];
  let reminded: string[] = [];
  let failing = 0;
  /** The task whose reminders throw. */
  let cursed = '';

  const handlers: DeliveryHandlers = {
    outbox: Object.fromEntries(
      ['notice', 'task-opened'].map((kind) => [
        kind,
        async (tx, row, at) => {
          await tx.query(
            `insert into notification (id, person_id, org_path, case_id, kind, text, created_at, source)
             values ($1, $2, $3, $4, $5, '', $6, $7)`,
            [newId(), li.id, row.orgPath, row.caseId, kind, at, `outbox:${row.id}`],
          );
          if (failing > 0) {
            failing -= 1;
            throw new Error('the handler failed');
          }
          handled.push(row.id);
        },
      ]),
    ),
    noticeTimers: {
      reminder: async (_tx, timers) => {
        if (timers.some(({ subject }) => subject === cursed)) throw new Error('one of them cannot be delivered');
        reminded.push(...timers.map(({ subject, stage }) => `${subject} ${stage}`));
      },
      'clock-reminder': async () => {},
    },
  };

  beforeAll(async () => {
    db = await testDatabase();
    town = await openTown(db);
  }, 120_000);
  afterAll(() => db.drop());
  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
    expect(errors.splice(0)).toEqual([]);
    handled = [];
    reminded = [];
    cursed = '';
  });

  let prefix = '';
  const openQueueHere = (): DeliveryQueue => {
    const url = backend === 'redis' && redis !== null ? redis : db.url;
    const queue = openQueue({ url, prefix, onError: (error) => errors.push(error) });
    open.push(queue);
    return queue;
  };
  const freshQueue = (): DeliveryQueue => {
    prefix = `l${newId().slice(-12)}`;
    return openQueueHere();
  };
  const deliverer = (): Deliverer => new Deliverer(db.workerPool, town.workerRuntime, handlers, town.clock);
  const start = async (
    queue: DeliveryQueue,
    rescueAfterMs = 60_000,
    onError = (error: Error): unknown => errors.push(error),
  ) => {
    const later = new BackgroundWork(db.workerPool, queue, deliverer(), town.clock, {
      pollMs: 50,
      rescueAfterMs,
      concurrency: 4,
      onError,
    });
    await later.start();
    open.push({ close: () => later.stop() });
    return later;
  };
  const count = async (sql: string, ...values: unknown[]): Promise<number> => {
    const found = await db.ownerPool.query<{ n: number }>(`select count(*)::int as n from ${sql}`, values);
    return found.rows[0]?.n ?? 0;
  };
  const leaderRows = `pg_locks where locktype = 'advisory' and granted and objid = ${advisoryLocks.leader}
    and database = (select oid from pg_database where datname = current_database())`;
  const undelivered = (): Promise<number> => count('outbox where delivered_at is null');
  const allDelivered = (): Promise<number> => eventually(undelivered, (n) => n === 0);
  const outboxOf = async (caseId: string): Promise<string[]> => {
    const found = await db.ownerPool.query<{ id: string }>('select id from outbox where case_id = $1', [caseId]);
    return found.rows.map(({ id }) => id).sort();
  };
  interface TimerState {
    id: string;
    token: number;
    stage: string;
    status: string;
    fireAt: Date;
    subject: string;
  }
  const timersOf = async (caseId: string): Promise<TimerState[]> => {
    const found = await db.ownerPool.query<TimerState>(
      `select id, token, stage, status, subject, fire_at as "fireAt" from timer where case_id = $1 order by fire_at`,
      [caseId],
    );
    return found.rows;
  };
  const at = (instant: string): void => town.clock.set(new Date(instant));
  /** Cancels the timers of earlier tests. */
  const cleared = async (): Promise<void> => {
    await db.ownerPool.query(`update timer set status = 'cancelled' where status in ('pending', 'enqueued')`);
    await db.ownerPool.query('update outbox set delivered_at = created_at where delivered_at is null');
    at('2024-02-08T01:00:00Z');
  };

  it('starts only with a handler for everything that commits write', () => {
    const outbox = { notice: handlers.outbox['notice'] as never };
    const boot = () => new Deliverer(db.workerPool, town.workerRuntime, { ...handlers, outbox }, town.clock);
    expect(boot).toThrow('task-opened');
  });

  it('delivers the rows of commits, each once', async () => {
    await cleared();
    const later = await start(freshQueue());
    town.runtime.events.on('workEnqueued', () => later.wake());
    const ids = (await Promise.all(Array.from({ length: 10 }, () => town.submitted()))).map(({ id }) => id);
    await allDelivered();
    const rows = (await Promise.all(ids.map(outboxOf))).flat().sort();
    expect(rows).toHaveLength(20);
    expect([...handled].sort()).toEqual(rows);
    expect(
      await count(
        'notification where source = any($1)',
        rows.map((id) => `outbox:${id}`),
      ),
    ).toBe(20);
  });

  it('handles a row once, however often it is delivered', async () => {
    await cleared();
    const { id } = await town.draft();
    const [row] = await outboxOf(id);
    const one = deliverer();
    const delivery = { kind: 'outbox', id: row ?? '', token: 0 } as const;
    await Promise.all(Array.from({ length: 5 }, () => one.deliver(delivery)));
    await one.deliver(delivery);
    expect(handled).toEqual([row]);
  });

  it('reports an event no earlier than it happened, even if its own clock is behind', async () => {
    await cleared();
    at('2024-02-07T02:00:00Z');
    const { id } = await town.draft();
    at('2024-02-07T01:00:00Z');
    for (const row of await outboxOf(id)) await deliverer().deliver({ kind: 'outbox', id: row, token: 0 });
    const notices = `notification where case_id = $1 and created_at = '2024-02-07T02:00:00Z'`;
    expect(await count(notices, id)).toBe(await count('notification where case_id = $1', id));
    expect(await count(notices, id)).toBeGreaterThan(0);
  });

  it('delivers again after a handler failed, and keeps no write of the failed attempt', async () => {
    await cleared();
    failing = 1;
    const later = await start(freshQueue());
    const { id } = await town.draft();
    later.wake();
    await allDelivered();
    const [row] = await outboxOf(id);
    expect(handled).toEqual([row]);
    expect(await count('notification where source = $1', `outbox:${row}`)).toBe(1);
    expect(errors.splice(0)).toMatchObject([{ cause: { message: 'the handler failed' } }]);
    expect(await count(`outbox where id = $1 and attempts = 1 and last_error = 'Error: the handler failed'`, row)).toBe(
      1,
    );
  }, 30_000);

  it('retries rows that failed before they were marked as enqueued', async () => {
    await cleared();
    failing = 1;
    const { id } = await town.draft();
    const queue = freshQueue();
    const atOnce = {
      ...queue,
      add: async (deliveries: Parameters<DeliveryQueue['add']>[0]) => {
        for (const each of deliveries)
          await deliverer()
            .deliver(each)
            .catch(() => {});
      },
    } as DeliveryQueue;
    expect(await dispatchOutbox(db.workerPool, atOnce)).toBe(1);
    expect(handled).toEqual([]);
    await db.ownerPool.query('update outbox set retry_at = null where case_id = $1', [id]);
    expect(await dispatchOutbox(db.workerPool, atOnce)).toBe(1);
    expect(handled).toEqual(await outboxOf(id));
  });

  it('gives a row up after its attempts, and starts again on request', async () => {
    await cleared();
    const { id } = await town.draft();
    failing = 1;
    const [row] = await outboxOf(id);
    await db.ownerPool.query('update outbox set attempts = $2 where id = $1', [row, maxDeliveryAttempts - 1]);
    const later = await start(freshQueue());
    await eventually(
      () => count('outbox where id = $1 and failed_at is not null', row),
      (n) => n === 1,
    );
    later.wake();
    await deliverer().deliver({ kind: 'outbox', id: row ?? '', token: 0 });
    expect(handled).toEqual([]);
    await db.ownerPool.query('update outbox set failed_at = null, attempts = 0, retry_at = null where id = $1', [row]);
    await allDelivered();
    expect(handled).toEqual([row]);
    expect(errors.splice(0)).toHaveLength(1);
  }, 30_000);

  it('enqueues again what was in a queue that was emptied', async () => {
    await cleared();
    const queue = freshQueue();
    const ids = (await Promise.all(Array.from({ length: 5 }, () => town.submitted()))).map(({ id }) => id);
    expect(await dispatchOutbox(db.workerPool, queue)).toBe(10);
    await queue.empty();
    expect(await dispatchOutbox(db.workerPool, queue)).toBe(0);
    await start(queue, 60);
    await allDelivered();
    expect([...handled].sort()).toEqual((await Promise.all(ids.map(outboxOf))).flat().sort());
  });

  it('enqueues a timer again that was in a queue that was emptied', async () => {
    await cleared();
    const queue = freshQueue();
    const { id } = await town.submitted();
    at('2024-02-19T00:30:00Z');
    expect(await scanTimers(db.workerPool, queue, town.clock.now())).toBe(1);
    await queue.empty();
    await start(queue, 60);
    await eventually(
      () => reminded.length,
      (length) => length > 0,
    );
    const [timer] = await timersOf(id);
    expect(reminded).toEqual([`${timer?.subject} T-2`]);
  });

  it('fires nothing before its time, and everything at its time', async () => {
    await cleared();
    const queue = freshQueue();
    const { id } = await town.submitted();
    const [first] = await timersOf(id);
    expect(first?.fireAt.toISOString()).toBe('2024-02-19T00:30:00.000Z');
    const one = deliverer();
    const delivery = { kind: 'timer', id: first?.id ?? '', token: first?.token ?? 0 } as const;
    at('2024-02-19T00:29:59.999Z');
    expect(await scanTimers(db.workerPool, queue, town.clock.now())).toBe(0);
    // Even when a delivery comes too early, the row decides.
    await one.deliver(delivery);
    expect(reminded).toEqual([]);
    at('2024-02-19T00:30:00.000Z');
    expect(await scanTimers(db.workerPool, queue, town.clock.now())).toBe(1);
    await Promise.all([one.deliver(delivery), one.deliver(delivery)]);
    expect(reminded).toEqual([`${first?.subject} T-2`]);
  });

  const everyStage = reminderStages().map(({ stage }) => stage);

  it('sends each stage of a reminder once as the days pass', async () => {
    await cleared();
    const later = await start(freshQueue());
    const { id } = await town.submitted();
    const [{ subject } = { subject: '' }] = await timersOf(id);
    for (const [day, stages] of [
      ['2024-02-19', ['T-2']],
      ['2024-02-20', ['T-2', 'T-1']],
      ['2024-02-21', ['T-2', 'T-1', 'T']],
      ['2024-02-22', ['T-2', 'T-1', 'T', 'overdue']],
      ['2024-02-23', ['T-2', 'T-1', 'T', 'overdue', 'overdue-2']],
      ['2024-03-22', everyStage],
      ['2024-04-22', everyStage],
    ] as const) {
      at(`${day}T00:30:00Z`);
      later.wake();
      await eventually(
        () => reminded.length,
        (length) => length >= stages.length,
      );
      expect(reminded).toEqual(stages.map((stage) => `${subject} ${stage}`));
    }
    // The handler is called before its transaction is committed.
    const timers = await eventually(
      () => timersOf(id),
      (found) => found.every(({ status }) => status === 'fired'),
    );
    expect(timers).toHaveLength(everyStage.length);
  });

  it('catches up stage by stage after days without a running worker', async () => {
    await cleared();
    const { id } = await town.submitted();
    const [{ subject } = { subject: '' }] = await timersOf(id);
    at('2024-03-22T00:30:00Z');
    await start(freshQueue());
    await eventually(
      () => reminded.length,
      (length) => length >= everyStage.length,
    );
    expect(reminded).toEqual(everyStage.map((stage) => `${subject} ${stage}`));
  });

  it('does nothing for a token that is older than the timer', async () => {
    await cleared();
    const { id } = await town.submitted();
    await town.send(zhao, id, 'supplement.request');
    at('2024-02-09T01:00:00Z');
    await town.send(li, id, 'supplement.provide');
    // The new visit has timers of its own; those of the first are cancelled.
    const timers = (await timersOf(id)).filter(({ subject }) => subject.startsWith('clock:') === false);
    const old = timers.filter(({ status }) => status === 'cancelled');
    expect(old.length).toBeGreaterThan(0);
    at('2024-06-01T01:00:00Z');
    for (const timer of old) await deliverer().deliver({ kind: 'timer', id: timer.id, token: timer.token });
    const [live] = timers.filter(({ status }) => status === 'pending');
    await deliverer().deliver({ kind: 'timer', id: live?.id ?? '', token: (live?.token ?? 0) - 1 });
    expect(reminded).toEqual([]);
    await deliverer().deliver({ kind: 'timer', id: live?.id ?? '', token: live?.token ?? 0 });
    expect(reminded).toHaveLength(1);
  });

  it('sends no review reminders while its clock is paused', async () => {
    await cleared();
    const queue = freshQueue();
    const { id } = await town.submitted();
    const task = (await town.runtime.read(li, id)).case.tasks[0]?.id;
    await town.send(zhao, id, 'supplement.request');
    at('2024-02-20T03:00:00Z');
    await scanTimers(db.workerPool, queue, town.clock.now());
    const ofTask = (await timersOf(id)).filter(({ subject }) => subject === task);
    expect(new Set(ofTask.map(({ status }) => status))).toEqual(new Set(['cancelled']));
  });

  it('sends a due date’s event once, at the first moment after its last day', async () => {
    await cleared();
    const later = await start(freshQueue());
    const { id } = await town.submitted();
    await town.send(zhao, id, 'supplement.request');
    at('2024-02-21T15:59:59.999Z');
    later.wake();
    await eventually(
      () => reminded.length,
      (length) => length >= 3,
    );
    expect((await town.runtime.read(li, id)).case.state).toBe('waiting');
    at('2024-02-21T16:00:00.000Z');
    later.wake();
    const { case: after } = await eventually(
      () => town.runtime.read(li, id),
      (read) => read.case.state === 'returned',
    );
    const last = JSON.parse(after.history.at(-1)?.body ?? '');
    expect(last).toMatchObject({ type: 'supplement.expire', actor: null, at: '2024-02-21T16:00:00.000Z' });
    const due = (await timersOf(id)).filter(({ stage }) => stage === 'due');
    expect(due.map(({ status }) => status)).toEqual(['fired']);
    await deliverer().deliver({ kind: 'timer', id: due[0]?.id ?? '', token: due[0]?.token ?? 0 });
    expect((await town.runtime.read(li, id)).case.version).toBe(after.version);
  });

  it('sends no event for a date that was met', async () => {
    await cleared();
    const { id } = await town.submitted();
    await town.send(zhao, id, 'supplement.request');
    const [due] = (await timersOf(id)).filter(({ stage }) => stage === 'due');
    await town.send(li, id, 'supplement.provide');
    at('2024-06-01T00:00:00Z');
    await deliverer().deliver({ kind: 'timer', id: due?.id ?? '', token: due?.token ?? 0 });
    expect((await town.runtime.read(li, id)).case.state).toBe('working');
  });

  it('with two at once has one leader and delivers nothing twice, and the second takes over', async () => {
    await cleared();
    const queue = freshQueue();
    const leaders = (): Promise<number> => count(leaderRows);
    const first = await start(queue);
    await start(openQueueHere());
    const ids = (await Promise.all(Array.from({ length: 10 }, () => town.submitted()))).map(({ id }) => id);
    await allDelivered();
    expect([...handled].sort()).toEqual((await Promise.all(ids.map(outboxOf))).flat().sort());
    expect(await leaders()).toBe(1);
    await first.stop();
    const { id } = await town.draft();
    await allDelivered();
    expect(handled).toContain((await outboxOf(id))[0]);
    expect(await leaders()).toBe(1);
  });

  it('elects a new leader after its connection was cut, and can still be closed', async () => {
    await cleared();
    const cut: Error[] = [];
    await start(freshQueue(), 60_000, (error) => cut.push(error));
    const leader = () => db.ownerPool.query<{ pid: number }>(`select pid from ${leaderRows}`);
    const { rows } = await eventually(leader, (found) => found.rows.length === 1);
    await db.ownerPool.query('select pg_terminate_backend($1)', [rows[0]?.pid]);
    await eventually(leader, (found) => found.rows.length === 1 && found.rows[0]?.pid !== rows[0]?.pid);
    await town.draft();
    await allDelivered();
    // The interrupted operation is reported; the loop continues.
    expect(cut.length).toBeLessThanOrEqual(1);
  });

  const oneBatch = async (caseIds: readonly string[]) => {
    const timers = (await Promise.all(caseIds.map(timersOf))).flat().filter(({ stage }) => stage === 'T-2');
    return timers.map(({ id, token, subject }) => ({ kind: 'timer', id, token, subject }) as const);
  };
  const submittedOnes = async (n: number): Promise<string[]> =>
    (await Promise.all(Array.from({ length: n }, () => town.submitted()))).map(({ id }) => id);

  it('handles many reminders together, and each once even if the batch is delivered repeatedly or concurrently', async () => {
    await cleared();
    const batch = await oneBatch(await submittedOnes(12));
    at('2024-02-19T00:30:00Z');
    const one = deliverer();
    await Promise.all([one.deliver(...batch), one.deliver(...[...batch].reverse()), one.deliver(...batch.slice(4, 8))]);
    await one.deliver(...batch);
    expect([...reminded].sort()).toEqual(batch.map(({ subject }) => `${subject} T-2`).sort());
    // Each has set the next one.
    expect(
      await count(`timer where stage = 'T-1' and status = 'pending' and subject = any($1)`, [
        batch.map(({ subject }) => subject),
      ]),
    ).toBe(12);
  });

  it('leaves out stale, early or unknown timers of a batch, and handles the rest', async () => {
    await cleared();
    const [stale, early, good] = await oneBatch(await submittedOnes(3));
    if (stale === undefined || early === undefined || good === undefined) throw new Error('three were submitted');
    await db.ownerPool.query(`update timer set fire_at = '2024-02-20T00:30:00Z' where id = $1`, [early.id]);
    at('2024-02-19T00:30:00Z');
    const unknown = { kind: 'timer', id: newId(), token: 1 } as const;
    await deliverer().deliver({ ...stale, token: stale.token + 1 }, early, unknown, good, {
      ...good,
      token: good.token - 1,
    });
    expect(reminded).toEqual([`${good.subject} T-2`]);
  });

  it('handles all of a batch but the one that fails, which is delivered again', async () => {
    await cleared();
    const ids = await submittedOnes(5);
    const batch = await oneBatch(ids);
    const later = await start(freshQueue());
    cursed = batch[2]?.subject ?? '';
    const healthy = batch.filter(({ subject }) => subject !== cursed).map(({ subject }) => `${subject} T-2`);
    at('2024-02-19T00:30:00Z');
    later.wake();
    await eventually(
      () => reminded.length,
      (length) => length >= 4,
    );
    expect([...reminded].sort()).toEqual([...healthy].sort());
    const last = `${cursed} T-2`;
    cursed = '';
    await eventually(
      () => reminded.length,
      (length) => length >= 5,
    );
    expect([...reminded].sort()).toEqual([...healthy, last].sort());
    // It may have failed alone or only together with the others.
    errors.splice(0);
  }, 60_000);

  it('handles the free timers of a batch while a commit locks one of its tasks, and that one afterwards', async () => {
    await cleared();
    const batch = await oneBatch(await submittedOnes(4));
    const held = batch[1]?.subject ?? '';
    at('2024-02-19T00:30:00Z');
    const client = await db.ownerPool.connect();
    await client.query('begin');
    await client.query(`update task set label = label where id = $1`, [held]);
    const delivered = deliverer().deliver(...batch);
    await eventually(
      () => reminded.length,
      (length) => length >= 3,
    );
    expect(reminded).not.toContain(`${held} T-2`);
    await client.query('commit');
    client.release();
    await delivered;
    expect([...reminded].sort()).toEqual(batch.map(({ subject }) => `${subject} T-2`).sort());
  });

  it('enqueues no more than the queue needs, and the rest as it is worked off', async () => {
    await cleared();
    const queue = freshQueue();
    const { id } = await town.submitted();
    const [{ subject } = { subject: '' }] = await timersOf(id);
    // Due dates of a clock that does not exist, each a separate job: they do nothing.
    await db.ownerPool.query(
      `insert into timer (id, case_id, org_path, kind, subject, visit, stage, fire_at)
       select gen_random_uuid(), c.id, c.org_path, 'clock-due', 'clock:none:' || n, 1, 'due', $2
         from review_case c, generate_series(1, 4500) as n where c.id = $1`,
      [id, town.clock.now()],
    );
    at('2024-02-19T00:30:00Z');
    await scanTimers(db.workerPool, queue, town.clock.now());
    expect(await count(`timer where status = 'pending' and fire_at <= $1`, town.clock.now())).toBeGreaterThan(0);
    await db.ownerPool.query(`update timer set fire_at = fire_at + interval '1 second' where subject = $1`, [subject]);
    await start(queue);
    at('2024-02-19T00:30:01Z');
    await eventually(
      () => reminded.length,
      (length) => length > 0,
    );
    expect(reminded).toEqual([`${subject} T-2`]);
  });

  it('corrects inconsistent rows, and finds none in a consistent database', async () => {
    await cleared();
    expect(await reconcile(db.workerPool)).toEqual({ orphanedTimers: 0, driftedTasks: 0 });
    const { id } = await town.submitted();
    expect(await reconcile(db.workerPool)).toEqual({ orphanedTimers: 0, driftedTasks: 0 });
    await db.ownerPool.query(`update task set due_on = '2020-01-01' where case_id = $1 and status = 'open'`, [id]);
    expect(await reconcile(db.workerPool)).toEqual({ orphanedTimers: 0, driftedTasks: 1 });
    expect((await town.runtime.read(li, id)).case.tasks[0]?.dueOn).toBe('2024-02-21');
    await db.ownerPool.query(`update task set status = 'closed' where case_id = $1`, [id]);
    expect(await reconcile(db.workerPool)).toEqual({ orphanedTimers: 1, driftedTasks: 0 });
  });
});
