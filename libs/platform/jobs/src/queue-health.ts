/** Delay of background work as gauges, and whether it exceeds the limits. */
import type pg from 'pg';
import { SimulatedClock, type Clock } from '@lawgate/database';
import type { DeliveryQueue } from './queue/delivery-queue.ts';
import { sqlText } from './sql-text.ts';

const queueRowsText = sqlText('queue-rows');

export interface QueueGauges {
  /** Seconds for which the oldest due timer has waited; 0 when none is due. */
  readonly oldestDueTimer: number;
  /** Seconds for which the oldest undelivered outbox row has waited; 0 when there is none. */
  readonly outboxAge: number;
  /** Jobs in the queue; null when it does not answer. */
  readonly queueDepth: number | null;
  /** Timers that are due or enqueued, and outbox rows that are not delivered; counted up to {@link maxCounted}. */
  readonly dueTimers: number;
  readonly undelivered: number;
  /** Seconds from enqueueing to delivery in the last minutes; null when nothing was delivered. */
  readonly deliveryLag: { readonly p50: number | null; readonly p99: number | null };
  /**
   * Mails and webhook messages that wait or are retried, and those that were given up; counted up to {@link
   * maxCounted}.
   */
  readonly channelWaiting: number;
  readonly channelDead: number;
}

/** Gauges above their limit make the process not ready. Lag describes past deliveries, so it has no limit. */
export interface QueueLimits {
  /** Seconds. */
  readonly oldestDueTimer: number;
  /** Seconds. */
  readonly outboxAge: number;
  /** Jobs. */
  readonly queueDepth: number;
}

export const defaultQueueLimits: QueueLimits = { oldestDueTimer: 300, outboxAge: 300, queueDepth: 100_000 };

export interface PastLimit {
  readonly gauge: keyof QueueLimits;
  readonly value: number;
  readonly limit: number;
}

export function pastLimits(gauges: QueueGauges, limits: QueueLimits): PastLimit[] {
  return (Object.keys(limits) as (keyof QueueLimits)[]).flatMap((gauge) => {
    const value = gauges[gauge];
    return value !== null && value > limits[gauge] ? [{ gauge, value, limit: limits[gauge] }] : [];
  });
}

/** Maximum number of counted rows of a kind: a larger number would cost more and not change the conclusion. */
export const maxCounted = 20_000;
/** Number of rows of a kind whose age is read. In a flood the oldest of those is close to the oldest of all. */
const oldest = 100;
/** The lag is computed from deliveries of this many milliseconds of wall time. */
const lagWindowMs = 5 * 60_000;
/** Timeout for the queue in milliseconds. A broken one does not refuse but hangs. */
const queueTimeoutMs = 2_000;
/** Cache TTL of a measurement in milliseconds, so that frequent reads do not query the database more often. */
const cacheTtlMs = 1_000;

interface Waiting {
  readonly id: string;
  /** The application's time at which it was due, or written. */
  readonly since: string;
}

interface QueueRows {
  readonly due: readonly Waiting[];
  readonly undelivered: readonly Waiting[];
  readonly lag: { readonly p50: number | null; readonly p99: number | null };
  readonly dueCount: number;
  readonly undeliveredCount: number;
  readonly channelWaiting: number;
  readonly channelDead: number;
}

export interface HealthSettings {
  /** Milliseconds since the epoch, of wall time. */
  readonly wallTime?: () => number;
  readonly queueTimeoutMs?: number;
  readonly cacheTtlMs?: number;
}

export class QueueHealth {
  readonly #dueFor: WaitingTime;
  readonly #writtenFor: WaitingTime;
  readonly #wallTime: () => number;
  #measuring: Promise<QueueGauges> | null = null;
  #cached: { readonly gauges: QueueGauges; readonly until: number } | null = null;
  #depth: Promise<number | null> | null = null;

  /** @param queue only its depth is read */
  constructor(
    private readonly pool: pg.Pool,
    private readonly queue: Pick<DeliveryQueue, 'depth'>,
    private readonly clock: Clock,
    private readonly settings: HealthSettings = {},
  ) {
    this.#wallTime = settings.wallTime ?? Date.now;
    this.#dueFor = waitingTime(clock);
    this.#writtenFor = waitingTime(clock);
  }

  /** @throws Error when the database does not answer; if the queue does not answer, its depth is null */
  async measure(): Promise<QueueGauges> {
    if (this.#cached !== null && this.#wallTime() < this.#cached.until) return this.#cached.gauges;
    this.#measuring ??= this.#measure().finally(() => (this.#measuring = null));
    return this.#measuring;
  }

  async #measure(): Promise<QueueGauges> {
    const wall = this.#wallTime();
    const [answer, queueDepth] = await Promise.all([
      this.pool.query<{ rows: QueueRows }>({
        name: 'queue-rows',
        text: queueRowsText,
        values: [this.clock.now(), new Date(wall - lagWindowMs), oldest, maxCounted],
      }),
      this.#queueDepth(),
    ]);
    const rows = answer.rows[0]?.rows;
    if (rows === undefined) throw new Error('queue_rows answered nothing');
    const gauges: QueueGauges = {
      oldestDueTimer: this.#dueFor(rows.due, wall),
      outboxAge: this.#writtenFor(rows.undelivered, wall),
      queueDepth,
      dueTimers: rows.dueCount,
      undelivered: rows.undeliveredCount,
      deliveryLag: { p50: rows.lag.p50, p99: rows.lag.p99 },
      channelWaiting: rows.channelWaiting,
      channelDead: rows.channelDead,
    };
    this.#cached = { gauges, until: this.#wallTime() + (this.settings.cacheTtlMs ?? cacheTtlMs) };
    return gauges;
  }

  async #queueDepth(): Promise<number | null> {
    // A query without an answer is completed when the queue comes back; no second one is started meanwhile.
    this.#depth ??= this.queue
      .depth()
      .catch(() => null)
      .finally(() => (this.#depth = null));
    let impatience: NodeJS.Timeout | undefined;
    const silent = new Promise<null>((resolve) => {
      impatience = setTimeout(() => resolve(null), this.settings.queueTimeoutMs ?? queueTimeoutMs);
    });
    try {
      return await Promise.race([this.#depth, silent]);
    } finally {
      clearTimeout(impatience);
    }
  }
}

/** Seconds for which the oldest of these has waited; 0 for none. */
type WaitingTime = (rows: readonly Waiting[], wall: number) => number;

/**
 * By the system clock, computed from the rows. A simulated clock may jump a year, and then stop: a row that became due
 * by the jump has waited for no time, and waits on although the clock does not move. There it is the wall time since
 * this process first saw the row waiting.
 */
function waitingTime(clock: Clock): WaitingTime {
  const maxSeconds = (times: readonly number[]): number => times.reduce((max, ms) => Math.max(max, ms), 0) / 1000;
  if (!(clock instanceof SimulatedClock)) {
    return (rows) => {
      const now = clock.now().getTime();
      return maxSeconds(rows.map(({ since }) => now - Date.parse(since)));
    };
  }
  let seen = new Map<string, number>();
  return (rows, wall) => {
    seen = new Map(rows.map(({ id }) => [id, seen.get(id) ?? wall]));
    return maxSeconds([...seen.values()].map((first) => wall - first));
  };
}
