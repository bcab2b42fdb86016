/**
 * How large the long tests are. `npm test` runs the short form on fixed seeds; `npm run soak` sets LAWGATE_SOAK and
 * LAWGATE_SEED and runs the full one. Imports nothing, so that specs of the pure packages may read it.
 */
export const isSoak = process.env.LAWGATE_SOAK === 'on';

/** How many times more runs a property has in the full form. */
const propertyFactor = 20;
/** Milliseconds that one test may take in the full form; what hangs still ends. */
const soakTimeoutMs = 3_600_000;

/** The short or the full form of a number, a list, a set of settings. */
export function sizes<T>(forms: { readonly short: T; readonly full: T }): T {
  return isSoak ? forms.full : forms.short;
}

/** @param short runs of a property under `npm test` */
export function propertyRuns(short: number): number {
  return isSoak ? short * propertyFactor : short;
}

/** @param shortMs time limit of a test under `npm test`, in milliseconds */
export function timeoutMs(shortMs: number): number {
  return isSoak ? soakTimeoutMs : shortMs;
}

/**
 * The seed that LAWGATE_SEED gives, or the fixed one.
 *
 * @throws Error when LAWGATE_SEED is no whole number from 0 to 2147483647
 */
export function seedOr<T>(fixed: T): number | T {
  const given = process.env.LAWGATE_SEED;
  if (given === undefined || given === '') return fixed;
  const seed = Number(given);
  if (!/^\d+$/.test(given) || seed > 0x7fffffff) {
    throw new Error(`LAWGATE_SEED is "${given}"; give a whole number from 0 to 2147483647`);
  }
  return seed;
}
