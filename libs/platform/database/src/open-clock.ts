import type pg from 'pg';
import { typedQueries } from './client-dialect.ts';
import type { Tables } from './database.ts';
import { SimulatedClock, systemClock, type Clock } from './time-and-ids.ts';

/** `system`, or `simulated`: a clock that shows the time it was last set to, also after a restart. */
export async function openClock(kind: 'system' | 'simulated', pool: pg.Pool): Promise<Clock> {
  if (kind === 'system') return systemClock;
  return new SimulatedClock((await keptTime(pool)) ?? new Date());
}

/** The time to which the simulated clock was last set. */
async function keptTime(pool: pg.Pool): Promise<Date | undefined> {
  const kept = await typedQueries<Tables>(pool).selectFrom('simulated_clock').select('at').executeTakeFirst();
  return kept?.at;
}

/**
 * Polls the simulated clock that another process may set, and reads it at once when `catchUp` is called; does nothing
 * for the system clock.
 *
 * @param everyMs milliseconds of wall time between polls
 * @returns a function that stops polling
 */
export function followClock(clock: Clock, pool: pg.Pool, moved: () => void, everyMs = 250): () => void {
  if (!(clock instanceof SimulatedClock)) return () => {};
  const look = async (): Promise<void> => {
    const before = clock.now().getTime();
    const at = await keptTime(pool);
    // The clock was set here during the read: the result is older than the present value.
    if (clock.now().getTime() !== before) return;
    if (at === undefined || at.getTime() === before) return;
    clock.set(at);
    moved();
  };
  clock.catchUp = look;
  // A failed read is repeated by the next one.
  const timer = setInterval(() => void look().catch(() => {}), everyMs);
  return () => {
    clearInterval(timer);
    delete clock.catchUp;
  };
}
