/** Moves jobs whose time has come to their queues; for the leader. */
import type pg from 'pg';
import type { DeliveryQueue } from '../queue/delivery-queue.ts';
import type { JobKind } from './job-kind.ts';
import { JobStore } from './job-store.ts';

export type JobQueues = Readonly<Record<JobKind['queue'], Pick<DeliveryQueue, 'add'>>>;

/**
 * Enqueues the oldest due job of each kind that has none under way. So a kind runs one job at a time in the whole
 * installation, and what waits, waits in its row. A crash between enqueueing and marking enqueues a job twice: the second
 * delivery finds it begun.
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
  const queueOf = new Map(kinds.map(({ kind, queue }) => [kind, queue]));
  const due = await store.due([...queueOf.keys()], now);
  if (due.length === 0) return 0;
  for (const queue of ['short', 'long'] as const) {
    const jobs = due.filter(({ kind }) => queueOf.get(kind) === queue);
    await queues[queue].add(jobs.map(({ id, token }) => ({ kind: 'job', id, token })));
  }
  await store.enqueued(due);
  return due.length;
}
