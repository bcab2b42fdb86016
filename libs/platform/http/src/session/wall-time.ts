import type { Clock } from '@lawgate/database';

/**
 * The clock of sessions and of the login throttle: wall time, even where legal time is simulated. Setting a
 * demonstration to next month must not log anybody out, and must not allow faster password guessing.
 */
export const WALL_TIME = Symbol('WALL_TIME');
export type WallTime = Clock;
