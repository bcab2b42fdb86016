/** Injection tokens for dependencies that have no class. */
export const APP_POOL = Symbol('APP_POOL');
export const CLOCK = Symbol('CLOCK');
