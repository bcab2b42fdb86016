/** Compares rows that should agree. In a consistent database it finds nothing; differences are logged and corrected. */
import type pg from 'pg';

export interface Reconciliation {
  /** Timers of tasks that are closed, and reminders of clocks that do not run: cancelled. */
  readonly orphanedTimers: number;
  /** Open tasks whose due date differs from their clock's: corrected. */
  readonly driftedTasks: number;
}

export async function reconcile(pool: pg.Pool): Promise<Reconciliation> {
  const orphaned = await pool.query(
    `update timer set status = 'cancelled' from task
      where timer.kind = 'reminder' and timer.status in ('pending', 'enqueued')
        and task.id::text = timer.subject and task.status = 'closed'`,
  );
  const drifted = await pool.query(
    `update task set due_on = x.due_on, provisional = x.provisional
       from (select distinct on (case_id, key) case_id, key, status, due_on, provisional
               from clock order by case_id, key, run desc) as x
      where task.case_id = x.case_id and task.clock_key = x.key and task.status = 'open' and x.status = 'running'
        and (task.due_on is distinct from x.due_on or task.provisional is distinct from x.provisional)`,
  );
  const ended = await pool.query(
    `update timer set status = 'cancelled' from clock k
      where timer.kind = 'clock-reminder' and timer.status in ('pending', 'enqueued') and timer.case_id = k.case_id
        and timer.subject = 'clock:' || k.key || ':' || k.run and k.status <> 'running'`,
  );
  return { orphanedTimers: (orphaned.rowCount ?? 0) + (ended.rowCount ?? 0), driftedTasks: drifted.rowCount ?? 0 };
}
