import { randomFillSync } from 'node:crypto';

const pool = Buffer.alloc(4096);
let used = pool.length;
let lastMilliseconds = 0;
let counter = 0;

/**
 * A version 7 UUID (RFC 9562, a dedicated counter): 48 bits of milliseconds, 12 of counter, the rest random. What one
 * process makes within one millisecond keeps its order too, so rows made together are stored together and list as they
 * were made.
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
  // Past 4,096 in a millisecond the order within it starts again; the 62 random bits still keep the ids apart.
  counter = milliseconds === lastMilliseconds ? (counter + 1) & 0xfff : 0;
  lastMilliseconds = milliseconds;
  const time = milliseconds.toString(16).padStart(12, '0');
  const order = counter.toString(16).padStart(3, '0');
  const variant = ((Number.parseInt(random[0] ?? '0', 16) & 0x3) | 0x8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${order}-${variant}${random.slice(1, 4)}-${random.slice(4)}`;
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for what the database takes as an id; anything else names nothing. */
export function isId(text: string): boolean {
  return uuid.test(text);
}
