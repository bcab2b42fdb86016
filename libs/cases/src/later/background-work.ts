/**
 * The background edge: consumes deliveries and jobs, and runs the maintenance loops (dispatcher with timer scan, rescuer,
 * reconciler, cleaner) while this process is the leader. Everything else that happens in the background is a job.
 */
import type pg from 'pg';
import type { Clock } from '@lawgate/database';
import {
  clean,
  cleanJobs,
  dispatchJobs,
  dispatchOutbox,
  JobRegistry,
  JobRunner,
  JobStore,
  Leader,
  Loop,
  maxAttemptsOf,
  rescue,
  rescueJobs,
  WorkListener,
  workAnnouncer,
  type Delivery,
  type DeliveryConsumer,
  type DeliveryQueue,
  type JobKind,
} from '@lawgate/jobs';
import { KeptFailureError, type Deliverer } from './deliverer.ts';
import { reconcile } from './reconciler.ts';
import { scanTimers } from './timer-scan.ts';

/** Jobs, where the process runs any. */
export interface BackgroundJobs {
  readonly registry: JobRegistry;
  readonly queues: Readonly<Record<JobKind['queue'], DeliveryQueue>>;
}

export interface BackgroundSettings {
  /** Interval at which outbox, timers and jobs are polled when nothing wakes the loop; milliseconds of wall time. */
  readonly pollMs: number;
  /** A delivery or job that runs longer than this is enqueued again; milliseconds of wall time. */
  readonly rescueAfterMs: number;
  /** Maximum number of concurrent deliveries. */
  readonly concurrency: number;
  readonly onError: (error: Error) => void;
  /** Called when the reconciler had to correct something. */
  readonly onCorrected?: (what: { orphanedTimers: number; driftedTasks: number }) => void;
  readonly jobs?: BackgroundJobs;
}

/** Concurrent jobs of a queue. One job of each kind runs at a time, so more would only wait for the same rows. */
const jobConcurrency = { short: 4, long: 3 } as const;

export class BackgroundWork {
  readonly #leader: Leader;
  readonly #loops: Loop[];
  readonly #dispatch: Loop;
  readonly #listener: WorkListener;
  readonly #runner: JobRunner;
  /** Scheduled kinds that have to run at once. */
  readonly #hurried = new Set<string>();
  readonly #consumers: DeliveryConsumer[] = [];
  readonly #announce: () => void;

  constructor(
    private readonly pool: pg.Pool,
    private readonly queue: DeliveryQueue,
    private readonly deliverer: Deliverer,
    clock: Clock,
    private readonly settings: BackgroundSettings,
  ) {
    const { jobs, onError } = settings;
    this.#leader = new Leader(pool);
    this.#announce = workAnnouncer(pool);
    const asLeader = (work: () => Promise<unknown>) => async () => {
      if (await this.#leader.isLeader()) await work();
    };
    const loop = (work: () => Promise<unknown>, everyMs: number): Loop => new Loop(asLeader(work), everyMs, onError);
    this.#dispatch = loop(async () => {
      await dispatchOutbox(pool, queue);
      await clock.catchUp?.();
      await scanTimers(pool, queue, clock.now());
      if (jobs !== undefined) await this.#dispatchJobs(jobs, clock);
    }, settings.pollMs);
    this.#loops = [
      this.#dispatch,
      loop(async () => {
        const rescued = (await rescue(pool, settings.rescueAfterMs)) + (await rescueJobs(pool, settings.rescueAfterMs));
        if (rescued > 0) this.#dispatch.wake();
      }, settings.rescueAfterMs / 2),
      loop(async () => {
        const corrected = await reconcile(pool);
        if (corrected.orphanedTimers + corrected.driftedTasks > 0) settings.onCorrected?.(corrected);
      }, 60_000),
      loop(async () => {
        await clean(pool, clock.now());
        await cleanJobs(pool);
      }, 3_600_000),
    ];
    this.#listener = new WorkListener(pool, (kind) => {
      if (kind !== '') this.#hurried.add(kind);
      this.#dispatch.wake();
    });
    this.#runner = new JobRunner({
      pool,
      clock,
      registry: jobs?.registry ?? new JobRegistry([]),
      runner: this.#listener.runner,
      onError,
      onEnded: () => this.wake(),
    });
  }

  async #dispatchJobs({ registry, queues }: BackgroundJobs, clock: Clock): Promise<void> {
    if (this.#hurried.size > 0) {
      const kinds = [...this.#hurried];
      this.#hurried.clear();
      await new JobStore(this.pool).bringForward(kinds);
    }
    await dispatchJobs(this.pool, queues, registry.kinds(), clock.now());
  }

  /** A failure that is stored in its row is retried from the row, not by the queue. */
  async #deliver(deliveries: readonly Delivery[]): Promise<void> {
    try {
      await this.deliverer.deliver(...deliveries);
    } catch (error) {
      if (!(error instanceof KeptFailureError)) throw error;
      this.settings.onError(error);
    }
  }

  async start(): Promise<void> {
    const { jobs, concurrency } = this.settings;
    await this.#listener.start();
    this.#consumers.push(await this.queue.consume((deliveries) => this.#deliver(deliveries), concurrency));
    if (jobs !== undefined) {
      await new JobStore(this.pool).register(jobs.registry.kinds(), maxAttemptsOf);
      for (const queue of ['short', 'long'] as const) {
        const consumer = await jobs.queues[queue].consume(
          (deliveries) => this.#runner.deliver(deliveries),
          jobConcurrency[queue],
        );
        this.#consumers.push(consumer);
      }
    }
    for (const loop of this.#loops) loop.start();
  }

  /** Wakes the leader after a commit or a change of the simulated clock. */
  wake(): void {
    if (this.#leader.leads) this.#dispatch.wake();
    else this.#announce();
  }

  /**
   * Stops the loops first, then waits for running deliveries and jobs; queues and database are closed by the code that
   * opened them.
   */
  async stop(): Promise<void> {
    this.#runner.stop();
    await Promise.all(this.#loops.map((loop) => loop.stop()));
    await Promise.all(this.#consumers.map((consumer) => consumer.close()));
    await this.#listener.stop();
    await this.#leader.resign();
  }
}
