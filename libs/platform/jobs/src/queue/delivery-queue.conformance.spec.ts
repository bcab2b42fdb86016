/** One suite for every backend of the port, on real servers. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { eventually, redisUrl, testDatabase, type TestDatabase } from '@lawgate/testing';
import { newId } from '@lawgate/database';
import { openQueue } from './bullmq-queue.ts';
import type { Delivery, DeliveryConsumer, DeliveryQueue } from './delivery-queue.ts';

const redis = await redisUrl();

if (redis === null) {
  it('runs on Redis too', () => {
    process.stderr.write('\n*** SKIPPED: the queue conformance suite on Redis (no redis-server on the PATH) ***\n');
    expect(process.env.CI).not.toBe('true');
  });
}

let db: TestDatabase;
beforeAll(async () => {
  db = await testDatabase();
}, 120_000);
afterAll(() => db.drop());

const backends = [
  { backend: 'postgres', url: (): string => db.url },
  ...(redis === null ? [] : [{ backend: 'redis', url: (): string => redis }]),
] as const;

describe.each(backends)('deliveries on $backend', ({ backend, url }) => {
  const open: { close(): Promise<void> }[] = [];
  const errors: Error[] = [];
  let prefix = 'none';

  const openOne = (): DeliveryQueue => {
    const queue = openQueue({ url: url(), prefix, onError: (error) => errors.push(error) });
    open.push(queue);
    return queue;
  };
  const consume = async (
    queue: DeliveryQueue,
    handler: (delivery: Delivery) => Promise<void>,
    concurrency = 4,
  ): Promise<DeliveryConsumer> => {
    const consumer = await queue.consume(async (together) => {
      for (const delivery of together) await handler(delivery);
    }, concurrency);
    open.push(consumer);
    return consumer;
  };
  const outbox = (id = newId()): Delivery => ({ kind: 'outbox', id, token: 0 });
  const drained = (queue: DeliveryQueue): Promise<number> =>
    eventually(
      () => queue.depth(),
      (depth) => depth === 0,
    );

  afterEach(async () => {
    for (const one of open.splice(0).reverse()) await one.close();
    expect(errors.splice(0)).toEqual([]);
  });
  const fresh = (): DeliveryQueue => {
    prefix = `t${newId().slice(-12)}`;
    return openOne();
  };

  it('reports its backend', () => {
    expect(fresh().backend).toBe(backend);
  });

  it('delivers each once, in the order in which it was added', async () => {
    const queue = fresh();
    const seen: Delivery[] = [];
    await consume(queue, async (delivery) => void seen.push(delivery));
    const added: Delivery[] = [outbox(), { kind: 'timer', id: newId(), token: 7 }, outbox()];
    await queue.add(added);
    await eventually(
      () => seen.length,
      (length) => length >= 3,
    );
    await drained(queue);
    expect([...seen].sort((a, b) => (a.id < b.id ? -1 : 1))).toEqual([...added].sort((a, b) => (a.id < b.id ? -1 : 1)));
  });

  it('delivers together what was added together', async () => {
    const queue = fresh();
    const seen: (readonly Delivery[])[] = [];
    const added = Array.from({ length: 7 }, (_, index): Delivery => ({ kind: 'timer', id: newId(), token: index }));
    await queue.add(added, 3);
    expect(await queue.depth()).toBe(3);
    open.push(await queue.consume(async (together) => void seen.push(together), 1));
    await eventually(
      () => seen.length,
      (length) => length >= 3,
    );
    expect(seen).toEqual([added.slice(0, 3), added.slice(3, 6), added.slice(6)]);
  });

  it('accepts jobs that an older version left in the queue', async () => {
    const queue = openQueue({ url: url(), prefix: `o${newId().slice(-12)}`, onError: (error) => errors.push(error) });
    open.push(queue);
    const left: Delivery = { kind: 'timer', id: newId(), token: 3 };
    await queue.bull.add(left.kind, left);
    const seen: (readonly Delivery[])[] = [];
    open.push(await queue.consume(async (together) => void seen.push(together), 1));
    await eventually(
      () => seen.length,
      (length) => length >= 1,
    );
    expect(seen).toEqual([[left]]);
  });

  it('stores ids and tokens, and nothing else', async () => {
    const queue = openQueue({ url: url(), prefix: `p${newId().slice(-12)}`, onError: (error) => errors.push(error) });
    open.push(queue);
    const added: Delivery[] = [outbox(), { kind: 'timer', id: newId(), token: 2 }];
    await queue.add(added, 2);
    const jobs = await queue.bull.getJobs(['waiting']);
    expect(jobs.map(({ name, data }) => ({ name, data }))).toEqual([{ name: 'outbox', data: { deliveries: added } }]);
  });

  it('counts jobs that wait for a retry separately', async () => {
    const queue = fresh();
    const consumer = await queue.consume(async () => {
      throw new Error('not now');
    }, 1);
    await queue.add([outbox()]);
    await eventually(
      () => queue.backlog(),
      (backlog) => backlog === 0,
    );
    expect(await queue.depth()).toBe(1);
    await consumer.close();
  });

  it('accepts an empty list of deliveries', async () => {
    const queue = fresh();
    await queue.add([]);
    expect(await queue.depth()).toBe(0);
  });

  it('counts waiting jobs', async () => {
    const queue = fresh();
    await queue.add([outbox(), outbox(), outbox()]);
    expect(await queue.depth()).toBe(3);
  });

  it('counts running jobs, until they are done', async () => {
    const queue = fresh();
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    let begun = false;
    await consume(queue, async () => {
      begun = true;
      await finished;
    });
    await queue.add([outbox()]);
    await eventually(() => begun, Boolean);
    expect(await queue.depth()).toBe(1);
    finish();
    await drained(queue);
  });

  it('delivers again after a handler threw', async () => {
    const queue = fresh();
    let calls = 0;
    await consume(queue, async () => {
      calls += 1;
      if (calls === 1) throw new Error('the database is away');
    });
    await queue.add([outbox()]);
    await eventually(
      () => calls,
      (count) => count >= 2,
    );
    await drained(queue);
    expect(calls).toBe(2);
  }, 30_000);

  it('delivers the same row as often as it is added: the queue does not deduplicate', async () => {
    const queue = fresh();
    const seen: string[] = [];
    await consume(queue, async ({ id }) => void seen.push(id));
    const twice = outbox();
    await queue.add([twice]);
    await drained(queue);
    await queue.add([twice]);
    await eventually(
      () => seen.length,
      (length) => length >= 2,
    );
    expect(seen).toEqual([twice.id, twice.id]);
  });

  it('keeps waiting jobs while there is no consumer', async () => {
    const first = fresh();
    const added = [outbox(), outbox()];
    await first.add(added);
    open.splice(0);
    await first.close();
    const again = openOne();
    expect(await again.depth()).toBe(2);
    const seen: string[] = [];
    await consume(again, async ({ id }) => void seen.push(id));
    await eventually(
      () => seen.length,
      (length) => length >= 2,
    );
    expect(seen.sort()).toEqual(added.map(({ id }) => id).sort());
  });

  it('waits at closing for running jobs, and leaves the rest to the next consumer', async () => {
    const queue = fresh();
    const done: string[] = [];
    let begun = false;
    let finish = (): void => {};
    const finished = new Promise<void>((resolve) => (finish = resolve));
    const consumer = await queue.consume(async ([delivery]) => {
      begun = true;
      await finished;
      done.push(delivery?.id ?? '');
    }, 1);
    const [first, second] = [outbox(), outbox()];
    await queue.add([first, second]);
    await eventually(() => begun, Boolean);
    const closing = consumer.close();
    finish();
    await closing;
    expect(done).toEqual([first.id]);
    await consume(queue, async ({ id }) => void done.push(id));
    await eventually(
      () => done.length,
      (length) => length >= 2,
    );
    expect(done).toEqual([first.id, second.id]);
  });

  it('removes waiting jobs when it is emptied, and delivers what is added afterwards', async () => {
    const queue = fresh();
    await queue.add(Array.from({ length: 20 }, () => outbox()));
    await queue.empty();
    expect(await queue.depth()).toBe(0);
    const seen: string[] = [];
    await consume(queue, async ({ id }) => void seen.push(id));
    const later = outbox();
    await queue.add([later]);
    await eventually(
      () => seen.length,
      (length) => length >= 1,
    );
    await drained(queue);
    expect(seen).toEqual([later.id]);
  });

  it('can be emptied while a consumer is working', async () => {
    const queue = fresh();
    const seen: string[] = [];
    await consume(queue, async ({ id }) => void seen.push(id));
    await queue.add(Array.from({ length: 50 }, () => outbox()));
    await queue.empty();
    const later = outbox();
    await queue.add([later]);
    await eventually(() => seen.includes(later.id), Boolean);
    // A job that was removed while its worker ran it is reported as an error, which is expected.
    errors.splice(0);
  });

  it('shares the work between two consumers and delivers nothing twice', async () => {
    const queue = fresh();
    const other = openOne();
    const seen: string[] = [];
    await consume(queue, async ({ id }) => void seen.push(id));
    await consume(other, async ({ id }) => void seen.push(id));
    const added = Array.from({ length: 1000 }, () => outbox());
    await queue.add(added.slice(0, 500));
    await other.add(added.slice(500));
    await eventually(
      () => seen.length,
      (length) => length >= 1000,
      60_000,
    );
    await drained(queue);
    expect(seen.length).toBe(1000);
    expect(new Set(seen)).toEqual(new Set(added.map(({ id }) => id)));
  }, 90_000);
});

describe('the address', () => {
  it('of another scheme is refused', () => {
    expect(() => openQueue({ url: 'amqp://localhost', onError: () => {} })).toThrow('postgres:// or redis://');
  });
});
