/**
 * Delays between attempts. Without randomness, so that the schedule can be documented in the manual and tested to the
 * second.
 */

/** Attempts of one delivery; after the last it is given up. */
export const maxAttempts = 10;

/** Number of failures in a row after which a server or robot is only probed. */
export const outageAfter = 3;

const firstMs = 90_000;
const firstProbeMs = 60_000;
const maxProbeMs = 15 * 60_000;

/**
 * Milliseconds after the n-th attempt (from 1): 1.5, 3, 6, … minutes. The tenth attempt comes 12 h 47 min after the
 * first.
 */
export function backOffMs(attempt: number): number {
  return firstMs * 2 ** (attempt - 1);
}

/**
 * Milliseconds until the next probe of a target that failed this many times in a row: 1, 2, 4, 8, then every 15
 * minutes.
 */
export function probeMs(failures: number): number {
  return Math.min(maxProbeMs, firstProbeMs * 2 ** Math.max(0, failures - outageAfter));
}
