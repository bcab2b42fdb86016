/**
 * Sizes of the long tests. `npm test` runs the short form on fixed seeds; `npm run soak` sets LAWGATE_SOAK and
 * LAWGATE_SEED and runs the full one. Imports nothing, so that specs of the pure packages may import it.
 */
export const isSoak = process.env.LAWGATE_SOAK === 'on';

/** Factor for the number of runs of a property in the full form. */
const propertyFactor = 20;
/** Time limit of one test in the full form, in milliseconds, so that a hanging test still ends. */
const soakTimeoutMs = 3_600_000;

/** The value for the short or the full form. */
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
 * The seed from LAWGATE_SEED, or the fixed one.
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
