/** The background edge: consumes deliveries and runs the maintenance loops while this process is the leader. */
import type pg from 'pg';
import type { Clock } from '@lawgate/database';
import { type DeliveryConsumer, type DeliveryQueue, clean, dispatchOutbox, Leader, Loop, rescue } from '@lawgate/jobs';
import type { Deliverer } from './deliverer.ts';
import { reconcile } from './reconciler.ts';
import { scanTimers } from './timer-scan.ts';

/** Work of a room above this one that goes on in the leader as well; stopping aborts the signal and waits for its end. */
export interface ExtraLoop {
  readonly work: (signal: AbortSignal) => Promise<unknown>;
  readonly everyMs: number;
}

export interface LaterSettings {
  /** How often outbox and timers are looked at when nobody wakes the loop; milliseconds of wall time. */
  readonly pollMs: number;
  /** A delivery under way for longer is enqueued again; milliseconds of wall time. */
  readonly rescueAfterMs: number;
  readonly concurrency: number;
  readonly onError: (error: Error) => void;
  /** Told when the reconciler had to mend something. */
  readonly onMended?: (what: { orphanedTimers: number; driftedTasks: number }) => void;
  readonly extraLoops?: readonly ExtraLoop[];
}

export class LaterThings {
  readonly #leader: Leader;
  readonly #loops: Loop[];
  readonly #dispatch: Loop;
  readonly #stopping = new AbortController();
  #consumer: DeliveryConsumer | null = null;

  constructor(
    pool: pg.Pool,
    private readonly queue: DeliveryQueue,
    private readonly deliverer: Deliverer,
    clock: Clock,
    private readonly settings: LaterSettings,
  ) {
    this.#leader = new Leader(pool);
    const asLeader = (work: () => Promise<unknown>) => async () => {
      if (await this.#leader.isLeader()) await work();
    };
    const loop = (work: () => Promise<unknown>, everyMs: number): Loop =>
      new Loop(asLeader(work), everyMs, settings.onError);
    this.#dispatch = loop(async () => {
      await dispatchOutbox(pool, queue);
      await clock.catchUp?.();
      await scanTimers(pool, queue, clock.now());
    }, settings.pollMs);
    this.#loops = [
      this.#dispatch,
      loop(async () => {
        if ((await rescue(pool, settings.rescueAfterMs)) > 0) this.#dispatch.wake();
      }, settings.rescueAfterMs / 2),
      loop(async () => {
        const mended = await reconcile(pool);
        if (mended.orphanedTimers + mended.driftedTasks > 0) settings.onMended?.(mended);
      }, 60_000),
      loop(() => clean(pool, clock.now()), 3_600_000),
      ...(settings.extraLoops ?? []).map(({ work, everyMs }) => loop(() => work(this.#stopping.signal), everyMs)),
    ];
  }

  async start(): Promise<void> {
    this.#consumer = await this.queue.consume(
      (deliveries) => this.deliverer.deliver(...deliveries),
      this.settings.concurrency,
    );
    for (const loop of this.#loops) loop.start();
  }

  /** Something was committed or the simulated clock was set: look at once. */
  wake(): void {
    this.#dispatch.wake();
  }

  /** Loops first, then the deliveries under way; queue and database are closed by whoever opened them. */
  async stop(): Promise<void> {
    this.#stopping.abort();
    await Promise.all(this.#loops.map((loop) => loop.stop()));
    await this.#consumer?.close();
    await this.#leader.resign();
  }
}
