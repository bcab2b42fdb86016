/** Moves due jobs to their queues; run by the leader. */
import type pg from 'pg';
import type { DeliveryQueue } from '../queue/delivery-queue.ts';
import type { JobKind } from './job-kind.ts';
import { JobStore } from './job-store.ts';

export type JobQueues = Readonly<Record<JobKind['queue'], Pick<DeliveryQueue, 'add'>>>;

/**
 * Enqueues the oldest due job, or batch of jobs, of each kind that has none running. So a kind runs one job at a time
 * in the whole installation, and other jobs wait in their rows. A crash between enqueueing and marking enqueues a job
 * twice: the second delivery finds that it has begun.
 *
 * @returns how many jobs were enqueued
 */
export async function dispatchJobs(
  pool: pg.Pool,
  queues: JobQueues,
  kinds: readonly JobKind[],
  now: Date,
): Promise<number> {
  if (kinds.length === 0) return 0;
  const store = new JobStore(pool);
  const due = await store.due(kinds, now);
  if (due.length === 0) return 0;
  for (const { kind, queue, batch = 1 } of kinds) {
    const jobs = due.filter((job) => job.kind === kind);
    const deliveries = jobs.map(({ id, token }) => ({ kind: 'job', id, token }) as const);
    if (jobs.length > 0) await queues[queue].add(deliveries, batch);
  }
  await store.enqueued(due);
  return due.length;
}
