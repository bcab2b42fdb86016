/** BullMQ behind the port, on PostgreSQL or on Redis by the scheme of the address. */
import { QUEUE_SCHEMA } from '@lawgate/database';
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type BackendFactory,
  type IQueueBackend,
} from 'bullmq';
import { Redis } from 'ioredis';
import type { Delivery, DeliveryConsumer, DeliveryHandler, DeliveryQueue } from './delivery-queue.ts';

const queueName = 'deliveries';

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

/** @throws TypeError for an address of another scheme. */
export function openQueue(settings: QueueSettings): DeliveryQueue {
  const scheme = new URL(settings.url).protocol;
  if (scheme === 'redis:' || scheme === 'rediss:') return new RedisDeliveries(settings);
  if (scheme === 'postgres:' || scheme === 'postgresql:') return new PostgresDeliveries(settings);
  throw new TypeError(`QUEUE_URL must start with postgres:// or redis://, not ${scheme}//`);
}

abstract class BullDeliveries<C> implements DeliveryQueue {
  abstract readonly backend: 'postgres' | 'redis';
  readonly #queue: Queue<Delivery, void, string, Delivery, void, string, IQueueBackend, C>;
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

  async add(deliveries: readonly Delivery[]): Promise<void> {
    if (deliveries.length === 0) return;
    await this.#queue.addBulk(
      deliveries.map((delivery) => ({ name: delivery.kind, data: delivery, opts: jobOptions })),
    );
  }

  async consume(handler: DeliveryHandler, concurrency: number): Promise<DeliveryConsumer> {
    const worker = new Worker<Delivery, void>(
      this.#name,
      async (job) => handler(job.data),
      { connection: this.connect() as never, concurrency },
      this.factory as never,
    );
    worker.on('error', this.settings.onError);
    await worker.waitUntilReady();
    return { close: () => worker.close() };
  }

  async depth(): Promise<number> {
    const counts = await this.#queue.getJobCounts('waiting', 'active', 'delayed', 'prioritized');
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
