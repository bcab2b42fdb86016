import type { Clock } from '@lawgate/database';

/**
 * The clock of sessions and of the login throttle: wall time, also where the clock of law is simulated. Setting a
 * demonstration to next month must log nobody out, and must not let anybody try passwords faster.
 */
export const WALL_TIME = Symbol('WALL_TIME');
export type WallTime = Clock;
