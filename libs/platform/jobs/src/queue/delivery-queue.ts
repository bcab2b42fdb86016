/**
 * What Lawgate wants of a queue: to wake somebody up. The rows in `outbox`, `timer` and `job` are the truth; a delivery only
 * says which row to look at, so that losing the whole queue loses nothing.
 */
export interface Delivery {
  readonly kind: 'outbox' | 'timer' | 'job';
  /** Id of the row. */
  readonly id: string;
  /** Token of the timer or job when it was enqueued; a delivery with an older one does nothing. 0 for the outbox. */
  readonly token: number;
}

/**
 * Gets what was added together, together. When it throws, all of it comes again; what is done by then must be seen as
 * done.
 */
export type DeliveryHandler = (deliveries: readonly Delivery[]) => Promise<void>;

export interface DeliveryConsumer {
  /** Waits for deliveries under way, then stops. */
  close(): Promise<void>;
}

export interface DeliveryQueue {
  readonly backend: 'postgres' | 'redis';
  /** @param together so many come to the handler in one call, by one job; each by itself by default */
  add(deliveries: readonly Delivery[], together?: number): Promise<void>;
  /** Starts to work; a handler that throws is called again later, with back-off. */
  consume(handler: DeliveryHandler, concurrency: number): Promise<DeliveryConsumer>;
  /** Jobs that wait, are under way, or are to be tried again later. */
  depth(): Promise<number>;
  /** Jobs of those that need nothing but a free worker. */
  backlog(): Promise<number>;
  /** Throws everything away, also what is under way; what was in it comes back by the rescuer. */
  empty(): Promise<void>;
  close(): Promise<void>;
}
