/** Compares rows that should agree. In a consistent database it finds nothing; differences are logged and corrected. */
import type pg from 'pg';
import { sqlText } from '../sql-text.ts';

const cancelTaskReminders = sqlText('later/cancel-task-reminders');
const correctTaskDates = sqlText('later/correct-task-dates');
const cancelClockReminders = sqlText('later/cancel-clock-reminders');

export interface Reconciliation {
  /** Timers of tasks that are closed, and reminders of clocks that do not run: cancelled. */
  readonly orphanedTimers: number;
  /** Open tasks whose due date differs from their clock's: corrected. */
  readonly driftedTasks: number;
}

export async function reconcile(pool: pg.Pool): Promise<Reconciliation> {
  const orphaned = await pool.query(cancelTaskReminders);
  const drifted = await pool.query(correctTaskDates);
  const ended = await pool.query(cancelClockReminders);
  return { orphanedTimers: (orphaned.rowCount ?? 0) + (ended.rowCount ?? 0), driftedTasks: drifted.rowCount ?? 0 };
}
