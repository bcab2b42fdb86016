/** A worker that is killed again and again and a queue that is emptied, at moments drawn from a seed. */
import type { CrashPoint } from '@lawgate/process';
import type { DeliveryQueue } from '@lawgate/jobs';
import type pg from 'pg';
import { until } from '../e2e/owner.ts';
import { Process } from '../e2e/processes.ts';

/** Where in its work a worker may die by itself; see the crash points of the manual. */
export const workerCrashPoints: readonly CrashPoint[] = [
  'dispatch.after-enqueue',
  'timer.after-enqueue',
  'delivery.before-write',
  'delivery.after-write',
];

export interface DisturbancePlan {
  readonly seed: number;
  /** Instants at which something happens, in their order; the moments are drawn from these. */
  readonly instants: readonly string[];
  readonly kills: number;
  readonly emptyings: number;
  /** How often a worker dies at each of its crash points, at least. */
  readonly crashesAtEach: number;
  /** Share of the workers that will die at a crash point, as long as one is left; never two in succession. */
  readonly armedShare: number;
  /** Kills are drawn from this first share of the instants, so that something is left for the workers after them. */
  readonly killShare: number;
  /** How often a crash point is passed first, at most. */
  readonly maxPasses: number;
  readonly queue: DeliveryQueue;
  readonly pool: pg.Pool;
  readonly workerEnv: Readonly<Record<string, string>>;
}

export class Disturbance {
  /** Workers that died by SIGKILL: from outside, and by a crash point in the middle of their work. */
  killed = 0;
  readonly crashedAt: CrashPoint[] = [];
  emptied = 0;
  readonly logs: string[] = [];
  readonly #random: () => number;
  readonly #killAt: ReadonlySet<string>;
  readonly #emptyAt: ReadonlySet<string>;
  readonly #pointsLeft: CrashPoint[];
  #owedKills = 0;
  #owedEmptyings = 0;
  #last = '';
  #worker: Process | null = null;
  /** The one that will die by itself, and where. */
  #armed: { readonly worker: Process; readonly point: CrashPoint } | null = null;
  #calm = false;
  /** The one that was killed from outside last. */
  #struck: Process | null = null;
  #emptying: Promise<unknown> = Promise.resolve();
  #failure: unknown = null;
  #alive: Promise<void> = Promise.resolve();
  #over = false;
  #crashedLast = false;

  constructor(private readonly plan: DisturbancePlan) {
    this.#random = randomOf(plan.seed);
    const forKills = plan.instants.slice(0, Math.ceil(plan.instants.length * plan.killShare));
    this.#killAt = new Set(this.#draw(forKills, plan.kills));
    this.#emptyAt = new Set(this.#draw(plan.instants, plan.emptyings));
    const rounds = Array.from({ length: plan.crashesAtEach }, () => workerCrashPoints);
    this.#pointsLeft = rounds.flatMap((points) => this.#draw(points, points.length));
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
    // One that is dead already, and not yet replaced, is killed when it is back; one that will die by itself may do so.
    if (this.#owedKills > 0 && this.#worker?.exited === false && this.#armed?.worker !== this.#worker) {
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

  /** From now on nothing is killed and nothing emptied. */
  async calm(): Promise<void> {
    this.#calm = true;
    const armed = this.#armed?.worker;
    if (armed !== undefined && armed === this.#worker) await this.#kill(armed);
    await until('a worker that lives', () => (this.#worker?.exited === false && this.#worker !== armed) || null);
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

  /** Some workers are started to die: after so many deliveries or look-outs, in the middle of one. */
  async #startWorker(): Promise<void> {
    const mayArm = !this.#calm && !this.#crashedLast;
    const point = mayArm && this.#chance(this.plan.armedShare) ? this.#pointsLeft[0] : undefined;
    this.#crashedLast = false;
    const passes = 1 + Math.floor(this.#random() * this.plan.maxPasses);
    const crash: Record<string, string> =
      point === undefined ? {} : { LAWGATE_CRASH_AT: point, LAWGATE_CRASH_AFTER: String(passes) };
    const worker = await this.#launch(crash).catch((error: Error) => {
      // One that has much to do may reach its crash point before it says that it is ready.
      if (point === undefined || !error.message.includes('SIGKILL')) throw error;
      this.#noteCrash(point);
      return null;
    });
    if (worker === null) return this.#startWorker();
    this.#worker = worker;
    this.#armed = point === undefined ? null : { worker, point };
    void worker.ended().then(() => {
      this.logs.push(worker.log);
      if (this.#over) return;
      if (this.#struck === worker) this.killed += 1;
      else if (point !== undefined) this.#noteCrash(point);
      this.#alive = this.#restart().catch((error: unknown) => void (this.#failure = error));
    });
  }

  #noteCrash(point: CrashPoint): void {
    this.#crashedLast = true;
    this.crashedAt.push(point);
    this.#pointsLeft.splice(this.#pointsLeft.indexOf(point), 1);
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

  #draw<T>(from: readonly T[], count: number): T[] {
    const left = [...from];
    return Array.from({ length: count }, () => left.splice(Math.floor(this.#random() * left.length), 1)).flat();
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
