/** A worker that is killed again and again and a queue that is emptied, at moments drawn from a seed. */
import type { DeliveryQueue } from '@lawgate/runtime';
import type pg from 'pg';
import { until } from '../e2e/owner.ts';
import { Process } from '../e2e/processes.ts';

/** Where in its work a worker may be told to die by itself; see the crash points of the manual. */
const crashPoints = ['dispatch.after-enqueue', 'timer.after-enqueue', 'delivery.before-write', 'delivery.after-write'];

export interface DisturbancePlan {
  readonly seed: number;
  /** Instants at which something happens, in their order; the moments are drawn from these. */
  readonly instants: readonly string[];
  readonly kills: number;
  readonly emptyings: number;
  readonly queue: DeliveryQueue;
  readonly pool: pg.Pool;
  readonly workerEnv: Readonly<Record<string, string>>;
}

export class Disturbance {
  /** Workers that died by SIGKILL: from outside, and by a crash point in the middle of their work. */
  killed = 0;
  crashed = 0;
  emptied = 0;
  readonly logs: string[] = [];
  readonly #random: () => number;
  readonly #killAt: ReadonlySet<string>;
  readonly #emptyAt: ReadonlySet<string>;
  #owedKills = 0;
  #owedEmptyings = 0;
  #last = '';
  #worker: Process | null = null;
  /** The one that will die by itself. */
  #armed: Process | null = null;
  #calm = false;
  /** The one that was killed from outside last. */
  #struck: Process | null = null;
  #emptying: Promise<unknown> = Promise.resolve();
  #failure: unknown = null;
  #alive: Promise<void> = Promise.resolve();
  #over = false;

  constructor(private readonly plan: DisturbancePlan) {
    this.#random = randomOf(plan.seed);
    this.#killAt = new Set(this.#draw(plan.instants, plan.kills));
    this.#emptyAt = new Set(this.#draw(plan.instants, plan.emptyings));
  }

  async start(): Promise<void> {
    await this.#startWorker();
  }

  /** Called whenever people acted or the clock moved to `at`, and the worker has not yet come to it. */
  async disturb(at: string): Promise<void> {
    if (this.#failure !== null) throw new Error('no worker comes any more', { cause: this.#failure });
    if (at !== this.#last) {
      this.#last = at;
      if (this.#killAt.has(at)) this.#owedKills += 1;
      if (this.#emptyAt.has(at)) this.#owedEmptyings += 1;
    }
    if (this.#owedKills + this.#owedEmptyings === 0 || !(await this.#waiting('true'))) return;
    // One that is dead already, and not yet replaced, is killed when it is back.
    if (this.#owedKills > 0 && this.#worker?.exited === false) {
      this.#owedKills -= 1;
      if (this.#chance(0.6)) await this.#untilUnderWay();
      await this.#kill(this.#worker);
    }
    if (this.#owedEmptyings > 0) {
      this.#owedEmptyings -= 1;
      if (this.#chance(0.6)) await this.#untilUnderWay();
      await this.#empty();
    }
  }

  /** From now on nothing happens to anybody. */
  async calm(): Promise<void> {
    this.#calm = true;
    if (this.#armed !== null && this.#armed === this.#worker) await this.#kill(this.#armed);
    await until('a worker that lives', () => (this.#worker?.exited === false && this.#worker !== this.#armed) || null);
    await this.#alive;
  }

  /** The last worker goes on to the end of its work and is stopped as one should be. */
  async stop(): Promise<void> {
    this.#over = true;
    await this.#alive;
    await this.#worker?.stop();
  }

  async #kill(worker: Process): Promise<void> {
    this.#struck = worker;
    await worker.kill();
  }

  /** A third of the workers carry their death with them: after so many deliveries or look-outs they die in the middle of one. */
  async #startWorker(): Promise<void> {
    const crash =
      !this.#calm && this.#chance(0.33)
        ? {
            LAWGATE_CRASH_AT: crashPoints[Math.floor(this.#random() * crashPoints.length)] ?? '',
            LAWGATE_CRASH_AFTER: String(1 + Math.floor(this.#random() * 12)),
          }
        : null;
    const worker = await this.#launch(crash ?? {}).catch((error: Error) => {
      // One that has much to do may reach its crash point before it says that it is ready.
      if (crash === null || !error.message.includes('SIGKILL')) throw error;
      this.crashed += 1;
      return this.#launch({});
    });
    this.#worker = worker;
    if (crash !== null) this.#armed = worker;
    void worker.ended().then(() => {
      this.logs.push(worker.log);
      if (this.#over) return;
      if (this.#struck === worker) this.killed += 1;
      else this.crashed += 1;
      this.#alive = this.#restart().catch((error: unknown) => void (this.#failure = error));
    });
  }

  #launch(crash: Readonly<Record<string, string>>): Promise<Process> {
    return Process.start('worker', { ...this.plan.workerEnv, ...crash });
  }

  async #restart(): Promise<void> {
    // What the dead one had enqueued is lost with the queue, and has to come back from the rows.
    if (!this.#calm && this.#chance(0.5)) await this.#empty();
    await this.#startWorker();
  }

  /** One after the other: an emptying pauses the queue, and the end of another would let it go on in the middle. */
  #empty(): Promise<void> {
    const emptying = this.#emptying.then(() => this.plan.queue.empty());
    this.#emptying = emptying.catch(() => {});
    return emptying.then(() => void (this.emptied += 1));
  }

  /** Until a delivery has been enqueued and is not done, or everything was too fast; the worker may be dead. */
  async #untilUnderWay(): Promise<void> {
    for (let look = 0; look < 200; look += 1) {
      if ((await this.#waiting('enqueued_at is not null')) || !(await this.#waiting('true'))) return;
      await new Promise((resolve) => setTimeout(resolve, 1));
    }
  }

  async #waiting(condition: string): Promise<boolean> {
    const { rows } = await this.plan.pool.query<{ waiting: boolean }>(
      `select exists (select from outbox where delivered_at is null and ${condition})
           or exists (select from timer where status in ('pending', 'enqueued') and ${condition}
                         and fire_at <= (select at from simulated_clock)) as waiting`,
    );
    return rows[0]?.waiting === true;
  }

  #chance(probability: number): boolean {
    return this.#random() < probability;
  }

  #draw(from: readonly string[], count: number): string[] {
    const left = [...from];
    return Array.from({ length: count }, () => left.splice(Math.floor(this.#random() * left.length), 1)[0] ?? '');
  }
}

/** The same numbers for the same seed (mulberry32), from 0 to below 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
