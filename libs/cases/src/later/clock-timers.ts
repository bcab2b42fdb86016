/** Timers of clocks that belong to no task: they are locked, set and moved together with the clock's row. */
import type { Calendar, ClockState } from '@lawgate/calendar';
import { declaredKey, type Ladder } from '@lawgate/engine';
import type pg from 'pg';
import type { CaseRuntime } from '../commit/case-runtime.ts';
import { clockOfSubject, clockSubject, type TimerRow } from '../clocks/timer-plan.ts';
import type { LadderTask } from '../definitions/rule-sets.ts';
import type { TimerRecord } from './deliverer.ts';
import type { LockedBy, NoticeTimers } from './notice-timers.ts';
import { sqlText } from '../sql-text.ts';

const lockClocks: Readonly<Record<LockedBy, string>> = {
  wait: sqlText('later/lock-clocks-wait'),
  skip: sqlText('later/lock-clocks-skip'),
};
const waitingClockReminders = sqlText('later/waiting-clock-reminders');
const moveTimer = sqlText('later/move-timer');

interface FoundClock extends Omit<LadderTask, 'clock'> {
  readonly run: number;
  readonly state: ClockState;
}

/**
 * Reminders of clocks that belong to no task. The clock is locked, so that the next reminder is not computed from a
 * date that is being changed.
 */
export function clockReminders(runtime: Pick<CaseRuntime, 'clocks' | 'ladderOf'>): NoticeTimers {
  return {
    async lock(tx, timers, how) {
      const asked = timers.flatMap(({ caseId, subject }) => {
        const clock = clockOfSubject(subject);
        return clock === null ? [] : [{ case: caseId, ...clock }];
      });
      const locked = await tx.query<FoundClock & { readonly caseId: string }>(lockClocks[how], [JSON.stringify(asked)]);
      const clocks = new Map<string, FoundClock & { ladder: Ladder }>();
      for (const clock of locked.rows) {
        const ladder = await runtime.ladderOf(ladderSubject(clock), tx);
        clocks.set(clock.caseId + clockSubject(clock.state.key, clock.run), { ...clock, ladder });
      }
      return timers.flatMap((timer) => {
        const clock = clocks.get(timer.caseId + timer.subject);
        // An unknown clock needs no lock either; the blocking call finds that out.
        if (clock === undefined && how === 'skip') return [];
        const next = (): TimerRow | null =>
          clock === undefined ? null : runtime.clocks.reminderAfter(clock, clock.ladder, timer);
        return [{ timer, next }];
      });
    },
  };
}

function ladderSubject({ category, definitionVersion, rulesetVersion, state }: Omit<FoundClock, 'run'>): LadderTask {
  return { category, definitionVersion, rulesetVersion, clock: declaredKey(state.key) };
}

/**
 * Moves pending reminders to the working days of a changed calendar. A fixed last day does not move, so there is no
 * commit for it; but "two working days before" it does.
 *
 * @returns how many were moved
 */
export async function retimeClockReminders(
  pool: pg.Pool | pg.PoolClient,
  runtime: CaseRuntime,
  calendar: Calendar,
): Promise<number> {
  const waiting = await pool.query<TimerRecord & Omit<FoundClock, 'run'>>(waitingClockReminders);
  let moved = 0;
  for (const waits of waiting.rows) {
    const { id, token, stage } = waits;
    const ladder = await runtime.ladderOf(ladderSubject(waits), pool);
    const fireAt = runtime.clocks.reminderTime(calendar, waits.state, ladder, stage);
    if (fireAt === null || fireAt === waits.fireAt.toISOString()) continue;
    const written = await pool.query(moveTimer, [id, token, fireAt]);
    moved += written.rowCount ?? 0;
  }
  return moved;
}
