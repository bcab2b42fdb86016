/**
 * The port to queues: a queue only wakes a worker up. The rows in `outbox`, `timer` and `job` are authoritative; a
 * delivery only names the row, so that losing the whole queue loses nothing.
 */
export interface Delivery {
  readonly kind: 'outbox' | 'timer' | 'job';
  /** Id of the row. */
  readonly id: string;
  /** Token of the timer or job when it was enqueued; a delivery with an older token does nothing. 0 for the outbox. */
  readonly token: number;
}

/**
 * Receives together what was added together. When it throws, all of it is delivered again, so it must be idempotent.
 */
export type DeliveryHandler = (deliveries: readonly Delivery[]) => Promise<void>;

export interface DeliveryConsumer {
  /** Waits for running deliveries, then stops. */
  close(): Promise<void>;
}

export interface DeliveryQueue {
  readonly backend: 'postgres' | 'redis';
  /** @param together number of deliveries in one job, passed to the handler in one call; default 1 */
  add(deliveries: readonly Delivery[], together?: number): Promise<void>;
  /** Starts a consumer; a handler that throws is called again later, with back-off. */
  consume(handler: DeliveryHandler, concurrency: number): Promise<DeliveryConsumer>;
  /** Number of jobs that wait, run, or are to be retried later. */
  depth(): Promise<number>;
  /** Number of jobs that only wait for a free worker. */
  backlog(): Promise<number>;
  /** Removes all jobs, also running ones; the rescuer enqueues their rows again. */
  empty(): Promise<void>;
  close(): Promise<void>;
}
