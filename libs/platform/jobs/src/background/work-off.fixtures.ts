/** Runs the due jobs in the test's own process, without a queue: for specs of handlers. */
import type { Clock } from '@lawgate/database';
import type pg from 'pg';
import type { Delivery } from '../queue/delivery-queue.ts';
import { dispatchJobs } from './job-dispatcher.ts';
import type { JobHandler, JobKind } from './job-kind.ts';
import { JobRegistry } from './job-registry.ts';
import { JobRunner } from './job-runner.ts';

/**
 * Runs until no job is due. A job that waits after a failure is tried at once, and once.
 *
 * @param kind only its name is used
 * @throws Error the first failure of a handler, after all the others ran
 */
export async function workOff(
  { pool, clock, signal }: { pool: pg.Pool; clock: Clock; signal?: AbortSignal | undefined },
  handlers: Readonly<Record<string, { readonly handler: JobHandler; readonly maxAttempts?: number }>>,
): Promise<void> {
  const kinds = Object.entries(handlers).map(([kind, { maxAttempts }]): JobKind => ({
    kind,
    title: kind,
    queue: 'short',
    ...(maxAttempts === undefined ? {} : { maxAttempts }),
  }));
  const registry = new JobRegistry(
    kinds.map((kind) => ({ kind, handler: handlers[kind.kind]?.handler as JobHandler })),
  );
  const errors: unknown[] = [];
  const runner = new JobRunner({
    pool,
    registry,
    clock,
    runner: 0,
    onError: ({ cause }) => errors.push(cause),
    onEnded: () => {},
  });
  const stop = (): void => runner.stop();
  if (signal?.aborted === true) stop();
  signal?.addEventListener('abort', stop);
  await pool.query(`update job set retry_at = null, enqueued_at = null where state = 'waiting' and kind = any($1)`, [
    kinds.map(({ kind }) => kind),
  ]);
  for (;;) {
    const waiting: Delivery[] = [];
    const add = async (jobs: readonly Delivery[]): Promise<void> => void waiting.push(...jobs);
    await dispatchJobs(pool, { short: { add }, long: { add } }, kinds, clock.now());
    if (waiting.length === 0 || signal?.aborted === true) break;
    await runner.deliver(waiting);
  }
  signal?.removeEventListener('abort', stop);
  if (errors.length > 0) throw errors[0];
}
