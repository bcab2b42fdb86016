/** BullMQ in a Nest application: the queues, their workers, and the handlers that the other modules provide. */
import { BullModule, getQueueToken } from '@nestjs/bullmq';
import { Module, type DynamicModule } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { BackendQueue, BackendWorker, type QueueConnection } from '../queue/bullmq-classes.ts';
import { BullDeliveries, queueNames, type BullDeliveryQueue, type QueueName } from '../queue/bullmq-queue.ts';
import { JobExplorer } from './job-explorer.ts';
import { DeliveriesProcessor, LongProcessor, ShortProcessor } from './queue-processor.ts';

/** Injection token of {@link Queues}. */
export const QUEUES = Symbol('QUEUES');
export type Queues = Readonly<Record<QueueName, BullDeliveryQueue>>;

/** Injection token of {@link BackgroundErrors}. */
export const BACKGROUND_ERRORS = Symbol('BACKGROUND_ERRORS');
/** Called with errors of background work that are not failures of a job. */
export type BackgroundErrors = (error: Error) => void;

// These classes read the address of each connection; a default for the whole process could not differ between two
// queues.
BullModule.queueClass = BackendQueue as never;
BullModule.workerClass = BackendWorker as never;

@Module({})
export class JobsModule {
  static forRoot(connection: QueueConnection): DynamicModule {
    return {
      module: JobsModule,
      global: true,
      imports: [
        DiscoveryModule,
        BullModule.registerQueue(...queueNames.map((name) => ({ name, connection: connection as never }))),
      ],
      providers: [
        DeliveriesProcessor,
        ShortProcessor,
        LongProcessor,
        JobExplorer,
        { provide: BACKGROUND_ERRORS, useValue: connection.onError },
        {
          provide: QUEUES,
          inject: [
            ...queueNames.map((name) => getQueueToken(name)),
            DeliveriesProcessor,
            ShortProcessor,
            LongProcessor,
          ],
          useFactory: (
            deliveries: BackendQueue,
            short: BackendQueue,
            long: BackendQueue,
            ...processors: [DeliveriesProcessor, ShortProcessor, LongProcessor]
          ): Queues => {
            const [ofDeliveries, ofShort, ofLong] = processors;
            return {
              deliveries: new BullDeliveries(deliveries, (...how) => ofDeliveries.consume(...how)),
              short: new BullDeliveries(short, (...how) => ofShort.consume(...how)),
              long: new BullDeliveries(long, (...how) => ofLong.consume(...how)),
            };
          },
        },
      ],
      exports: [QUEUES, JobExplorer, BACKGROUND_ERRORS],
    };
  }
}
