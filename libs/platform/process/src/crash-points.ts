import { readFileSync } from 'node:fs';

/**
 * Named places at which a test can end the process as a power cut would. They turn a race into a deterministic test.
 * Without LAWGATE_CRASH_AT in the environment they do nothing. It names a point; or, as `@<file>`, a file that names
 * one for as long as it is there, so that a running process can be ordered to exit.
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
/** How often the point is passed unharmed first, so that a test can set up its case. */
let passes = Number(process.env.LAWGATE_CRASH_AFTER ?? '0');

/** Called as `crashPoint?.(…)`: without LAWGATE_CRASH_AT there is nothing that an event would have to pass. */
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
