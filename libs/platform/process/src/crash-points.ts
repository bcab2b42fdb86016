import { readFileSync } from 'node:fs';

/**
 * Named points at which a test can kill the process, like a power failure. They turn a race into a deterministic test.
 * Without LAWGATE_CRASH_AT in the environment they do nothing. It names a point; or, as `@<file>`, a file that contains
 * a name for as long as it exists, so that a running process can be killed.
 */
export const crashPoints = [
  'commit.before-load',
  'commit.after-step',
  'commit.after-number',
  'commit.after-write',
  'dispatch.after-enqueue',
  'timer.after-enqueue',
  'delivery.before-write',
  'delivery.after-write',
  'pack.before-keep',
  'pack.after-keep',
] as const;
export type CrashPoint = (typeof crashPoints)[number];

const setting = process.env.LAWGATE_CRASH_AT;
/** How often the point is passed without effect first, so that a test can set up its case. */
let passes = Number(process.env.LAWGATE_CRASH_AFTER ?? '0');

/** Called as `crashPoint?.(…)`: undefined without LAWGATE_CRASH_AT, so that events cost nothing. */
export const crashPoint = setting === undefined ? undefined : (point: CrashPoint): void => endAt(point, setting);

function endAt(point: CrashPoint, where: string): void {
  if (armed(where) !== point) return;
  if (passes > 0) {
    passes -= 1;
    return;
  }
  process.kill(process.pid, 'SIGKILL');
}

function armed(where: string): string | null {
  if (!where.startsWith('@')) return where;
  try {
    return readFileSync(where.slice(1), 'utf8');
  } catch {
    return null;
  }
}
