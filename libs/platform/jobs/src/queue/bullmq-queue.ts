/** BullMQ behind the port, on PostgreSQL or on Redis by the scheme of the address. */
import { QUEUE_SCHEMA } from '@lawgate/database';
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type BackendFactory,
  type IQueueBackend,
  type JobType,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { Delivery, DeliveryConsumer, DeliveryHandler, DeliveryQueue } from './delivery-queue.ts';

const queueName = 'deliveries';

/** A job of this version, or one that an older version left in the queue: it carried a single delivery. Ids, no text. */
export type DeliveryJob = { readonly deliveries: readonly Delivery[] } | Delivery;
type BullQueue<C = unknown> = Queue<DeliveryJob, void, string, DeliveryJob, void, string, IQueueBackend, C>;

/** A job that fails is tried again after 1, 2, 4, ... seconds; the rescuer picks up what was given up. */
const jobOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: 1000,
} as const;

export interface QueueSettings {
  /** `postgres://…` or `redis://…`. */
  readonly url: string;
  /** Told about broken connections; without a listener BullMQ would end the process. */
  readonly onError: (error: Error) => void;
  /** Keeps queues of one server apart; tests use one each. */
  readonly prefix?: string;
}

export interface BullDeliveryQueue extends DeliveryQueue {
  /** What the administrator's board looks at. */
  readonly bull: Queue;
}

/** @throws TypeError for an address of another scheme. */
export function openQueue(settings: QueueSettings): BullDeliveryQueue {
  const scheme = new URL(settings.url).protocol;
  if (scheme === 'redis:' || scheme === 'rediss:') return new RedisDeliveries(settings);
  if (scheme === 'postgres:' || scheme === 'postgresql:') return new PostgresDeliveries(settings);
  throw new TypeError(`QUEUE_URL must start with postgres:// or redis://, not ${scheme}//`);
}

abstract class BullDeliveries<C> implements BullDeliveryQueue {
  abstract readonly backend: 'postgres' | 'redis';
  readonly #queue: BullQueue<C>;
  readonly #name: string;

  constructor(
    protected readonly settings: QueueSettings,
    private readonly factory: BackendFactory<IQueueBackend, C>,
    private readonly connect: () => C,
  ) {
    // In the name and not as BullMQ's own prefix, which the PostgreSQL backend does not look at.
    this.#name = settings.prefix === undefined ? queueName : `${settings.prefix}-${queueName}`;
    this.#queue = new Queue(this.#name, { connection: connect() }, factory);
    this.#queue.on('error', settings.onError);
  }

  get bull(): Queue {
    return this.#queue as unknown as Queue;
  }

  async add(deliveries: readonly Delivery[], together = 1): Promise<void> {
    const jobs = [];
    for (let from = 0; from < deliveries.length; from += together) {
      const data = { deliveries: deliveries.slice(from, from + together) };
      jobs.push({ name: data.deliveries[0]?.kind ?? '', data, opts: jobOptions });
    }
    if (jobs.length > 0) await this.#queue.addBulk(jobs);
  }

  async consume(handler: DeliveryHandler, concurrency: number): Promise<DeliveryConsumer> {
    const worker = new Worker<DeliveryJob, void>(
      this.#name,
      async ({ data }) => handler('deliveries' in data ? data.deliveries : [data]),
      { connection: this.connect() as never, concurrency },
      this.factory as never,
    );
    worker.on('error', this.settings.onError);
    await worker.waitUntilReady();
    return { close: () => worker.close() };
  }

  depth(): Promise<number> {
    return this.#count('waiting', 'active', 'delayed', 'prioritized');
  }

  backlog(): Promise<number> {
    return this.#count('waiting', 'active');
  }

  async #count(...states: JobType[]): Promise<number> {
    const counts = await this.#queue.getJobCounts(...states);
    return Object.values(counts).reduce((sum, count) => sum + count, 0);
  }

  async empty(): Promise<void> {
    await this.#queue.obliterate({ force: true });
    await this.#queue.resume();
  }

  async close(): Promise<void> {
    await this.#queue.close();
  }
}

class PostgresDeliveries extends BullDeliveries<{ connectionString: string; schema: string; max: number }> {
  readonly backend = 'postgres';
  constructor(settings: QueueSettings) {
    super(settings, createPostgresBackend as never, () => ({
      connectionString: settings.url,
      schema: QUEUE_SCHEMA,
      max: 4,
    }));
  }
}

class RedisDeliveries extends BullDeliveries<Redis> {
  readonly backend = 'redis';
  readonly #connections: Redis[];

  constructor(settings: QueueSettings) {
    const connections: Redis[] = [];
    super(settings, createRedisBackend as never, () => {
      // A worker blocks on its connection, so each gets its own; null retries are what BullMQ asks of a worker.
      const connection = new Redis(settings.url, { maxRetriesPerRequest: null });
      connection.on('error', settings.onError);
      connections.push(connection);
      return connection;
    });
    this.#connections = connections;
  }

  override async close(): Promise<void> {
    await super.close();
    for (const connection of this.#connections) connection.disconnect();
  }
}
