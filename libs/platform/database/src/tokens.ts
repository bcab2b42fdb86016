/** Injection tokens for what has no class of its own. */
export const APP_POOL = Symbol('APP_POOL');
export const CLOCK = Symbol('CLOCK');
