/** BullMQ behind the port, on PostgreSQL or on Redis by the scheme of the address. */
import { type Job, type JobType, type Queue } from 'bullmq';
import { BackendQueue, BackendWorker, type QueueConnection } from './bullmq-classes.ts';
import type { Delivery, DeliveryConsumer, DeliveryHandler, DeliveryQueue } from './delivery-queue.ts';

/** Queues by kind of work; docs/decisions/0050 has the reasons. */
export const queueNames = ['deliveries', 'short', 'long'] as const;
export type QueueName = (typeof queueNames)[number];

/**
 * A job of this version, or one that an older version left in the queue, with a single delivery. Contains ids, no text.
 */
export type DeliveryJob = { readonly deliveries: readonly Delivery[] } | Delivery;

/**
 * A delivery whose row could not be written is retried after 1, 2, 4, ... seconds; after that the rescuer enqueues it.
 */
const jobOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1000 },
  removeOnComplete: true,
  removeOnFail: 1000,
} as const;

export type QueueSettings = QueueConnection;

export interface BullDeliveryQueue extends DeliveryQueue {
  /** The queue that the administrator's board shows. */
  readonly bull: Queue;
}

/** Starts the worker of a queue. */
export type Consume = (handler: DeliveryHandler, concurrency: number) => Promise<DeliveryConsumer>;

/** @throws TypeError for an address of another scheme. */
export function openQueue(settings: QueueSettings, name: QueueName = 'deliveries'): BullDeliveryQueue {
  return new BullDeliveries(new BackendQueue(name, { connection: settings }), async (handler, concurrency) => {
    const worker = new BackendWorker(name, (job) => handler(deliveriesOf(job)), { connection: settings, concurrency });
    await worker.waitUntilReady();
    return { close: () => worker.close() };
  });
}

export function deliveriesOf({ data }: Pick<Job<DeliveryJob>, 'data'>): readonly Delivery[] {
  return 'deliveries' in data ? data.deliveries : [data];
}

export class BullDeliveries implements BullDeliveryQueue {
  readonly #queue: BackendQueue;

  constructor(
    queue: BackendQueue,
    readonly consume: Consume,
  ) {
    this.#queue = queue;
  }

  get backend(): DeliveryQueue['backend'] {
    return this.#queue.backendName;
  }

  get bull(): Queue {
    return this.#queue;
  }

  async add(deliveries: readonly Delivery[], together = 1): Promise<void> {
    const jobs = [];
    for (let from = 0; from < deliveries.length; from += together) {
      const data = { deliveries: deliveries.slice(from, from + together) };
      jobs.push({ name: data.deliveries[0]?.kind ?? '', data, opts: optionsOf(data.deliveries) });
    }
    if (jobs.length > 0) await this.#queue.addBulk(jobs);
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

/**
 * A row is in the queue at most once, however often it is added: behind a long job the rescuer may add it many times.
 */
function optionsOf([first]: readonly Delivery[]) {
  if (first?.kind !== 'job') return jobOptions;
  return { ...jobOptions, removeOnFail: true, jobId: `${first.id}-${first.token}` };
}
