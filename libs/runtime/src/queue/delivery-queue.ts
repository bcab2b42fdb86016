/**
 * What Lawgate wants of a queue: to wake somebody up. The rows in `outbox` and `timer` are the truth; a delivery only
 * says which row to look at, so that losing the whole queue loses nothing.
 */
export interface Delivery {
  readonly kind: 'outbox' | 'timer';
  /** Id of the row. */
  readonly id: string;
  /** The timer's token when it was enqueued; a delivery with an older one does nothing. 0 for the outbox. */
  readonly token: number;
}

export type DeliveryHandler = (delivery: Delivery) => Promise<void>;

export interface DeliveryConsumer {
  /** Waits for deliveries under way, then stops. */
  close(): Promise<void>;
}

export interface DeliveryQueue {
  readonly backend: 'postgres' | 'redis';
  add(deliveries: readonly Delivery[]): Promise<void>;
  /** Starts to work; a handler that throws is called again later, with back-off. */
  consume(handler: DeliveryHandler, concurrency: number): Promise<DeliveryConsumer>;
  /** Deliveries that wait or are under way. */
  depth(): Promise<number>;
  /** Throws everything away, also what is under way; what was in it comes back by the rescuer. */
  empty(): Promise<void>;
  close(): Promise<void>;
}
