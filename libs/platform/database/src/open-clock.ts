import type pg from 'pg';
import { SimulatedClock, systemClock, type Clock } from './time-and-ids.ts';

/** `system`, or `simulated`: a clock that is where it was last set, also after a restart. */
export async function openClock(kind: 'system' | 'simulated', pool: pg.Pool): Promise<Clock> {
  if (kind === 'system') return systemClock;
  const kept = await pool.query<{ at: Date }>('select at from simulated_clock');
  return new SimulatedClock(kept.rows[0]?.at ?? new Date());
}

/**
 * Keeps a simulated clock in step with the one that another process sets, by and by, and at once when it is asked to
 * catch up; does nothing for the system clock.
 *
 * @param everyMs milliseconds of wall time between looks
 * @returns stops looking
 */
export function followClock(clock: Clock, pool: pg.Pool, moved: () => void, everyMs = 250): () => void {
  if (!(clock instanceof SimulatedClock)) return () => {};
  const look = async (): Promise<void> => {
    const before = clock.now().getTime();
    const kept = await pool.query<{ at: Date }>('select at from simulated_clock');
    const at = kept.rows[0]?.at;
    // Set here while the look was under way: what it found is older than what this process knows.
    if (clock.now().getTime() !== before) return;
    if (at === undefined || at.getTime() === before) return;
    clock.set(at);
    moved();
  };
  clock.catchUp = look;
  // A look that fails is made up for by the next one.
  const timer = setInterval(() => void look().catch(() => {}), everyMs);
  return () => {
    clearInterval(timer);
    delete clock.catchUp;
  };
}
