/** Kills a worker repeatedly and empties the queue, at moments drawn from a seed. */
import type { CrashPoint } from '@lawgate/process';
import type { DeliveryQueue } from '@lawgate/jobs';
import type pg from 'pg';
import { until } from '../e2e/owner.ts';
import { Process } from '../e2e/processes.ts';

/** Crash points at which a worker may die by itself; see the manual. */
export const workerCrashPoints: readonly CrashPoint[] = [
  'dispatch.after-enqueue',
  'timer.after-enqueue',
  'delivery.before-write',
  'delivery.after-write',
];

export interface DisturbancePlan {
  readonly seed: number;
  /** Instants at which something is due, in order; moments are drawn from these. */
  readonly instants: readonly string[];
  readonly kills: number;
  readonly emptyings: number;
  /** Minimum number of times that a worker dies at each of its crash points. */
  readonly crashesAtEach: number;
  /** Share of the workers that die at a crash point, as long as one is left; never two in succession. */
  readonly armedShare: number;
  /** Kills are drawn from this first share of the instants, so that work is left for later workers. */
  readonly killShare: number;
  /** Maximum number of times that a crash point is passed first. */
  readonly maxPasses: number;
  readonly queue: DeliveryQueue;
  readonly pool: pg.Pool;
  readonly workerEnv: Readonly<Record<string, string>>;
}

export class Disturbance {
  /** Number of workers that died by SIGKILL: from outside, and at a crash point. */
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
  /** The worker that will die by itself, and its crash point. */
  #armed: { readonly worker: Process; readonly point: CrashPoint } | null = null;
  #calm = false;
  /** The worker that was killed from outside last. */
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

  /** Called whenever people acted or the clock moved to `at`, before the worker has handled it. */
  async disturb(at: string): Promise<void> {
    if (this.#failure !== null) throw new Error('no worker comes any more', { cause: this.#failure });
    if (at !== this.#last) {
      this.#last = at;
      if (this.#killAt.has(at)) this.#owedKills += 1;
      if (this.#emptyAt.has(at)) this.#owedEmptyings += 1;
    }
    if (this.#owedKills + this.#owedEmptyings === 0 || !(await this.#waiting('true'))) return;
    // If the worker is dead and not yet replaced, the next one is killed; a worker with a crash point is left to die by
    // itself.
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

  /** Ends all kills and emptyings. */
  async calm(): Promise<void> {
    this.#calm = true;
    const armed = this.#armed?.worker;
    if (armed !== undefined && armed === this.#worker) await this.#kill(armed);
    await until('a worker that lives', () => (this.#worker?.exited === false && this.#worker !== armed) || null);
    await this.#alive;
  }

  /** The last worker finishes its work and is stopped gracefully. */
  async stop(): Promise<void> {
    this.#over = true;
    await this.#alive;
    await this.#worker?.stop();
  }

  async #kill(worker: Process): Promise<void> {
    this.#struck = worker;
    await worker.kill();
  }

  /** Some workers are started with a crash point, at which they die after a number of passes. */
  async #startWorker(): Promise<void> {
    const mayArm = !this.#calm && !this.#crashedLast;
    const point = mayArm && this.#chance(this.plan.armedShare) ? this.#pointsLeft[0] : undefined;
    this.#crashedLast = false;
    const passes = 1 + Math.floor(this.#random() * this.plan.maxPasses);
    const crash: Record<string, string> =
      point === undefined ? {} : { LAWGATE_CRASH_AT: point, LAWGATE_CRASH_AFTER: String(passes) };
    const worker = await this.#launch(crash).catch((error: Error) => {
      // A busy worker may reach its crash point before it reports that it is ready.
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
    // What the dead worker had enqueued is lost with the queue, and must be enqueued again from the rows.
    if (!this.#calm && this.#chance(0.5)) await this.#empty();
    await this.#startWorker();
  }

  /** One after another: an emptying pauses the queue, and the end of another one would resume it. */
  #empty(): Promise<void> {
    const emptying = this.#emptying.then(() => this.plan.queue.empty());
    this.#emptying = emptying.catch(() => {});
    return emptying.then(() => void (this.emptied += 1));
  }

  /** Waits until a delivery is enqueued and not done, or everything is finished; the worker may be dead. */
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

/** Deterministic random numbers for a seed (mulberry32), from 0 to below 1. */
export function randomOf(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
