/**
 * Background work after a commit: queues and their backends, jobs as rows, the outbox dispatcher, the leader and its
 * maintenance loops.
 */
export * from './background/job-dispatcher.ts';
export * from './background/job-error.ts';
export * from './background/job-kind.ts';
export * from './background/job-registry.ts';
export * from './background/job-rescuer.ts';
export * from './background/job-runner.ts';
export * from './background/job-store.ts';
export * from './background/work-listener.ts';
export * from './cleaner.ts';
export * from './delivery-failure.ts';
export * from './dispatcher.ts';
export * from './leader.ts';
export * from './loop.ts';
export * from './nest/job-explorer.ts';
export * from './nest/jobs.module.ts';
export * from './queue-health.ts';
export * from './queue/bullmq-classes.ts';
export * from './queue/bullmq-queue.ts';
export * from './queue/delivery-queue.ts';
export * from './rescuer.ts';
