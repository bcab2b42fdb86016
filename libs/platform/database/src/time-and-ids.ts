/** Sources of time and ids; everywhere else they are arguments. */
import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;
let lastMilliseconds = 0;
let counter = 0;

/**
 * A version 7 UUID (RFC 9562, a dedicated counter): 48 bits of milliseconds, 12 of counter, the rest random. Ids that
 * one process makes within one millisecond keep their order, so rows made together are stored together and sort in the
 * order of creation.
 *
 * @param milliseconds since the epoch; wall time, also under a simulated clock, so that ids never collide with later
 * ones.
 */
export function newId(milliseconds: number = Date.now()): string {
  if (used + 8 > pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  const random = pool.subarray(used, used + 8).toString('hex');
  used += 8;
  // After 4,096 ids in a millisecond the counter restarts; the 62 random bits still keep ids unique.
  counter = milliseconds === lastMilliseconds ? (counter + 1) & 0xfff : 0;
  lastMilliseconds = milliseconds;
  const time = milliseconds.toString(16).padStart(12, '0');
  const order = counter.toString(16).padStart(3, '0');
  const variant = ((Number.parseInt(random[0] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for a text that the database accepts as an id. */
export function isId(text: string): boolean {
  return uuid.test(text);
}

/** The port for the present time; elsewhere time is an argument. */
export interface Clock {
  now(): Date;
  /** Reads whether another process has moved the clock; missing for a clock that nothing moves. */
  catchUp?(): Promise<void>;
}

export const systemClock: Clock = { now: () => new Date() };

/** A clock that shows a fixed time until it is set; for demonstrations and tests. */
export class SimulatedClock implements Clock {
  #at: Date;
  /** Set where another process may move the time. */
  catchUp?: () => Promise<void>;

  constructor(at: Date) {
    this.#at = at;
  }

  now(): Date {
    return new Date(this.#at);
  }

  /** @throws RangeError when `at` is not a valid instant. */
  set(at: Date): void {
    if (Number.isNaN(at.getTime())) throw new RangeError('not a valid instant');
    this.#at = new Date(at);
  }
}
