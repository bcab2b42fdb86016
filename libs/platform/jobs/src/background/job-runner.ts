/** Runs jobs that a queue delivers. Errors of a handler are stored in the row; retries are not left to the queue. */
import type pg from 'pg';
import type { Clock } from '@lawgate/database';
import type { Delivery } from '../queue/delivery-queue.ts';
import { NotYetError, type Job, type JobSchedule, type NextRun } from './job-kind.ts';
import { maxAttemptsOf, type JobRegistry, type RegisteredJob } from './job-registry.ts';
import { JobStore, type JobRow, type NextTime } from './job-store.ts';

/** Delay before a job of a kind that this process does not have is enqueued again; milliseconds. */
const unknownKindMs = 10_000;

/** Delay between two attempts to write the result of a job; milliseconds. */
const settleRetryMs = 1_000;

export interface RunnerParts {
  readonly pool: pg.Pool;
  readonly registry: JobRegistry;
  readonly clock: Clock;
  /** Second key of the advisory lock that this process holds. */
  readonly runner: number;
  readonly onError: (error: Error) => void;
  /** Called after each job: another of its kind may begin. */
  readonly onEnded: () => void;
}

export class JobRunner {
  readonly #store: JobStore;
  readonly #stopping = new AbortController();

  constructor(private readonly parts: RunnerParts) {
    this.#store = new JobStore(parts.pool);
  }

  /** Asks the running jobs to end early; the queue's consumer waits for them. */
  stop(): void {
    this.#stopping.abort();
  }

  /** @throws Error when the row could not be read or written; then the queue delivers again */
  async deliver(deliveries: readonly Delivery[]): Promise<void> {
    const jobs = deliveries.filter(({ kind }) => kind === 'job');
    for (const [at, { id, token }] of jobs.entries()) {
      if (this.#stopping.signal.aborted) return this.#store.notBegun(jobs.slice(at).map((job) => job.id));
      await this.#deliver(id, token);
    }
  }

  async #deliver(id: string, token: number): Promise<void> {
    const { clock, registry, runner, onEnded } = this.parts;
    // The clock of the process that added the job may be ahead of this one's.
    await clock.catchUp?.();
    const row = await this.#store.begin(id, token, runner);
    if (row === null) return;
    const job = registry.find(row.kind);
    // An older process has fewer kinds, and never enqueues the others.
    if (job === null) return this.#store.putBack(row, unknownKindMs);
    try {
      await this.#run(row, job);
    } finally {
      onEnded();
    }
  }

  async #run(row: JobRow, { kind, handler }: RegisteredJob): Promise<void> {
    const { signal } = this.#stopping;
    const maxAttempts = maxAttemptsOf(kind);
    const job: Job = { ...row, attempt: row.attempts, maxAttempts };
    // The clock may be set while the job runs: the next run is computed from the time at which this one began.
    const begunAt = this.parts.clock.now();
    // All its attempts ended with their process.
    if (row.attempts > maxAttempts) return this.#giveUp(row, { kind, handler }, job, begunAt, null);
    let next: NextRun | void;
    try {
      next = await handler.run(job, signal);
    } catch (error) {
      if (signal.aborted) return this.#settle(() => this.#store.putBack(row, 0));
      if (error instanceof NotYetError) return this.#settle(() => this.#store.putBack(row, error.inMs));
      const { message } = error instanceof Error ? error : new Error(String(error));
      this.parts.onError(new Error(`job ${row.kind} ${row.key}, try ${row.attempts}: ${message}`, { cause: error }));
      if (row.attempts < maxAttempts) return this.#settle(() => this.#store.failed(row, error));
      return this.#giveUp(row, { kind, handler }, job, begunAt, error);
    }
    // A handler that was stopped may return early; the rest is done by the next attempt.
    if (signal.aborted) return this.#settle(() => this.#store.putBack(row, 0));
    return this.#settle(() => this.#store.done(row, nextTime(kind.schedule, begunAt, next ?? null)));
  }

  async #giveUp(row: JobRow, { kind, handler }: RegisteredJob, job: Job, begunAt: Date, error: unknown): Promise<void> {
    try {
      await handler.giveUp?.(job);
    } catch (fault) {
      this.parts.onError(new Error(`job ${row.kind} ${row.key} could not be given up`, { cause: fault }));
      return this.#settle(() => this.#store.failed(row, fault));
    }
    return this.#settle(() => this.#store.givenUp(row, error, nextTime(kind.schedule, begunAt, null)));
  }

  /**
   * Writes the result of an attempt, retrying as long as the database is down: a row that stays running would not be
   * picked up as long as this process lives.
   */
  async #settle(write: () => Promise<void>): Promise<void> {
    for (;;) {
      try {
        return await write();
      } catch (error) {
        if (this.#stopping.signal.aborted) throw error;
        this.parts.onError(new Error('the end of a job could not be written', { cause: error }));
        await new Promise((resolve) => setTimeout(resolve, settleRetryMs));
      }
    }
  }
}

function nextTime(schedule: JobSchedule | undefined, begunAt: Date, next: NextRun | null): NextTime | null {
  if (schedule === undefined) return null;
  if ('after' in schedule) return { runAt: schedule.after(begunAt), plannedAt: begunAt, inMs: 0 };
  return { runAt: null, plannedAt: begunAt, inMs: next?.againMs ?? schedule.everyMs };
}
