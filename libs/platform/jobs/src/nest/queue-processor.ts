/** The workers of the queues, as Nest creates them. Each waits for the handler that the background edge sets. */
import { Processor, WorkerHost } from '@nestjs/bullmq';
import type { Job } from 'bullmq';
import { deliveriesOf, type DeliveryJob } from '../queue/bullmq-queue.ts';
import type { DeliveryConsumer, DeliveryHandler } from '../queue/delivery-queue.ts';

abstract class QueueProcessor extends WorkerHost {
  #handler: DeliveryHandler | null = null;

  async process(job: Job<DeliveryJob>): Promise<void> {
    if (this.#handler === null) throw new Error(`nobody consumes ${job.queueName} yet`);
    await this.#handler(deliveriesOf(job));
  }

  async consume(handler: DeliveryHandler, concurrency: number): Promise<DeliveryConsumer> {
    const { worker } = this;
    this.#handler = handler;
    worker.concurrency = concurrency;
    await worker.waitUntilReady();
    worker.run().catch((error: Error) => worker.emit('error', error));
    return { close: () => worker.close() };
  }
}

/** Deliveries of outbox rows and timers. */
@Processor('deliveries', { autorun: false })
export class DeliveriesProcessor extends QueueProcessor {}

/** Jobs that take seconds. */
@Processor('short', { autorun: false })
export class ShortProcessor extends QueueProcessor {}

/** Jobs that take minutes to hours. */
@Processor('long', { autorun: false })
export class LongProcessor extends QueueProcessor {}
