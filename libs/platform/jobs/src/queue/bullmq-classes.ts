/**
 * BullMQ's queue and worker with the backend of their connection's address. They choose the factory themselves, so that
 * a queue on PostgreSQL and one on Redis can be used in one process, also where Nest creates them.
 */
import { QUEUE_SCHEMA } from '@lawgate/database';
import {
  createPostgresBackend,
  createRedisBackend,
  Queue,
  Worker,
  type BackendFactory,
  type IQueueBackend,
  type Processor,
  type QueueOptions,
  type WorkerOptions,
} from 'bullmq';
import { Redis } from 'ioredis';

export interface QueueConnection {
  /** `postgres://…` or `redis://…`. */
  readonly url: string;
  /** Called on broken connections; without a listener BullMQ would end the process. */
  readonly onError: (error: Error) => void;
  /** Separates the queues of tests on one server. */
  readonly prefix?: string | undefined;
}

interface Backend {
  readonly name: 'postgres' | 'redis';
  readonly factory: BackendFactory<IQueueBackend, unknown>;
  readonly connection: unknown;
  /** Closes connections that BullMQ does not close, because they were passed to it. */
  readonly release: () => void;
}

/** Maximum connections of one queue or one worker; each opens as many as it needs. */
const maxConnections = 4;

/** @throws TypeError for an address of another scheme. */
function backendOf({ url, onError }: QueueConnection): Backend {
  const scheme = new URL(url).protocol;
  if (scheme === 'redis:' || scheme === 'rediss:') {
    // A worker blocks on its connection, so each gets its own; BullMQ requires null retries for a worker.
    const connection = new Redis(url, { maxRetriesPerRequest: null });
    connection.on('error', onError);
    return {
      name: 'redis',
      factory: createRedisBackend as never,
      connection,
      release: () => connection.disconnect(),
    };
  }
  if (scheme === 'postgres:' || scheme === 'postgresql:') {
    return {
      name: 'postgres',
      factory: createPostgresBackend as never,
      connection: { connectionString: url, schema: QUEUE_SCHEMA, max: maxConnections },
      release: () => {},
    };
  }
  throw new TypeError(`QUEUE_URL must start with postgres:// or redis://, not ${scheme}//`);
}

/** A part of the name and not BullMQ's own prefix, which the PostgreSQL backend ignores. */
const nameOf = (name: string, { prefix }: QueueConnection): string =>
  prefix === undefined ? name : `${prefix}-${name}`;

export class BackendQueue extends Queue {
  readonly backendName: Backend['name'];
  readonly #release: () => void;

  constructor(name: string, options: Omit<QueueOptions, 'connection'> & { connection: QueueConnection }) {
    const backend = backendOf(options.connection);
    super(
      nameOf(name, options.connection),
      { ...options, connection: backend.connection } as never,
      backend.factory as never,
    );
    // Nest reads these options to create the workers of this queue.
    this.opts = { ...this.opts, connection: options.connection } as never;
    this.backendName = backend.name;
    this.#release = backend.release;
    this.on('error', options.connection.onError);
  }

  override async close(): Promise<void> {
    await super.close();
    this.#release();
  }
}

export class BackendWorker extends Worker {
  readonly #release: () => void;

  constructor(
    name: string,
    processor: string | URL | null | Processor,
    options: Omit<WorkerOptions, 'connection'> & { connection: QueueConnection },
  ) {
    const backend = backendOf(options.connection);
    super(
      nameOf(name, options.connection),
      processor as Processor,
      { ...options, connection: backend.connection } as never,
      backend.factory as never,
    );
    this.#release = backend.release;
    this.on('error', options.connection.onError);
  }

  override async close(force?: boolean): Promise<void> {
    await super.close(force);
    this.#release();
  }
}
