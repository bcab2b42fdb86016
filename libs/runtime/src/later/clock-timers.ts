/** Timers of clocks that no task carries: they are locked, followed and moved by the clock's row. */
import type { Calendar, ClockState } from '@lawgate/calendar';
import { declaredKey } from '@lawgate/engine';
import type pg from 'pg';
import type { CaseRuntime } from '../case-runtime.ts';
import { clockOfSubject } from '../clock-reminders.ts';
import type { LadderTask } from '../rule-set-store.ts';
import type { TimerRecord } from './deliverer.ts';

interface FoundClock extends Omit<LadderTask, 'clock'> {
  readonly run: number;
  readonly state: ClockState;
}

/** First the clock, then its timer, as commits do: the next reminder must not be set from a date that is just moving. */
export async function lockClock(tx: pg.PoolClient, timer: TimerRecord): Promise<FoundClock | null> {
  const clock = clockOfSubject(timer.subject);
  if (clock === null) return null;
  const found = await tx.query<FoundClock>(
    `select k.run, k.state, c.category, c.ruleset_version as "rulesetVersion"
       from clock k join review_case c on c.id = k.case_id
      where k.case_id = $1 and k.key = $2 and k.run = $3 for share of k`,
    [timer.caseId, clock.key, clock.run],
  );
  return found.rows[0] ?? null;
}

/** Each reminder sets the one after it, so that a clock has one timer and not one for every stage. */
export async function setNextClockReminder(
  tx: pg.PoolClient,
  runtime: CaseRuntime,
  fired: TimerRecord,
  clock: FoundClock,
): Promise<void> {
  const ladder = await runtime.ladderOf(ladderSubject(clock), tx);
  const next = runtime.clocks.reminderAfter(clock, ladder, fired);
  if (next === null) return;
  await tx.query(
    `insert into timer (id, case_id, org_path, kind, subject, visit, stage, fire_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
    [next.id, fired.caseId, fired.orgPath, next.kind, next.subject, next.visit, next.stage, next.fireAt],
  );
}

function ladderSubject({ category, rulesetVersion, state }: Omit<FoundClock, 'run'>): LadderTask {
  return { category, rulesetVersion, clock: declaredKey(state.key) };
}

/**
 * Moves the reminders that wait to the working days of a changed calendar. A last day that the case itself names does not
 * move with it, so that no commit says so; but "two working days before" does.
 *
 * @returns how many were moved
 */
export async function retimeClockReminders(
  pool: pg.Pool | pg.PoolClient,
  runtime: CaseRuntime,
  calendar: Calendar,
): Promise<number> {
  const waiting = await pool.query<TimerRecord & Omit<FoundClock, 'run'>>(
    `select t.id, t.token, t.stage, t.fire_at as "fireAt", k.state, c.category, c.ruleset_version as "rulesetVersion"
       from timer t join clock k on k.case_id = t.case_id and t.subject = 'clock:' || k.key || ':' || k.run
       join review_case c on c.id = k.case_id
      where t.kind = 'clock-reminder' and t.status in ('pending', 'enqueued') and k.status = 'running'`,
  );
  let moved = 0;
  for (const waits of waiting.rows) {
    const { id, token, stage } = waits;
    const ladder = await runtime.ladderOf(ladderSubject(waits), pool);
    const fireAt = runtime.clocks.reminderTime(calendar, waits.state, ladder, stage);
    if (fireAt === null || fireAt === waits.fireAt.toISOString()) continue;
    const written = await pool.query(
      `update timer set fire_at = $3, status = 'pending', token = token + 1, enqueued_at = null
        where id = $1 and token = $2 and status in ('pending', 'enqueued')`,
      [id, token, fireAt],
    );
    moved += written.rowCount ?? 0;
  }
  return moved;
}
