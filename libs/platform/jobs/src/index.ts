/** Work that happens after a commit: the queue and its backends, the outbox dispatcher, the leader and its maintenance loops. */
export * from './cleaner.ts';
export * from './dispatcher.ts';
export * from './leader.ts';
export * from './loop.ts';
export * from './queue-health.ts';
export * from './queue/bullmq-queue.ts';
export * from './queue/delivery-queue.ts';
export * from './rescuer.ts';
