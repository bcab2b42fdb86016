/**
 * Timers that only send notices, of which many are due in the same minute. Many are handled in one transaction, by
 * set-based statements. Each kind defines what it locks and which timer follows; its handler defines who is notified.
 */
import type { CivilDate } from '@lawgate/calendar';
import type { Ladder } from '@lawgate/engine';
import type pg from 'pg';
import type { CaseRuntime } from '../commit/case-runtime.ts';
import type { LadderTask } from '../definitions/rule-sets.ts';
import type { TimerRow } from '../clocks/timer-plan.ts';
import type { TimerRecord } from './deliverer.ts';
import { sqlText } from '../sql-text.ts';

export const noticeTimerKinds = ['reminder', 'clock-reminder'] as const;
export type NoticeTimerKind = (typeof noticeTimerKinds)[number];

export function isNoticeTimer(kind: string): kind is NoticeTimerKind {
  return (noticeTimerKinds as readonly string[]).includes(kind);
}

/** `skip` leaves out rows that are locked elsewhere, so that one busy case does not delay the others. */
export type LockedBy = 'wait' | 'skip';

const lockTasks: Readonly<Record<LockedBy, string>> = {
  wait: sqlText('later/lock-tasks-wait'),
  skip: sqlText('later/lock-tasks-skip'),
};

export interface NoticeTimers {
  /**
   * Locks the subjects of the timers, in the order of ids, before any timer is locked, as commits do.
   *
   * @returns the timers whose subject is locked now, each with the timer that follows it, if any
   */
  lock(tx: pg.PoolClient, timers: readonly TimerRecord[], how: LockedBy): Promise<Held[]>;
}

export interface Held {
  readonly timer: TimerRecord;
  /** Called once the timer is locked, too. Each timer sets the next, so that a subject has one timer at a time. */
  readonly next: () => TimerRow | null;
}

interface LockedTask extends LadderTask {
  readonly id: string;
  readonly open: boolean;
  readonly dueOn: CivilDate | null;
  readonly provisional: boolean;
}

/**
 * Reminders of tasks. The task is locked, so that the next reminder is not computed from a date that is being changed.
 */
export function taskReminders(runtime: Pick<CaseRuntime, 'reminderAfter' | 'ladderOf'>): NoticeTimers {
  return {
    async lock(tx, timers, how) {
      const locked = await tx.query<LockedTask>(lockTasks[how], [timers.map(({ subject }) => subject)]);
      const tasks = new Map<string, LockedTask & { ladder: Ladder }>();
      for (const task of locked.rows) tasks.set(task.id, { ...task, ladder: await runtime.ladderOf(task, tx) });
      return timers.flatMap((timer) => {
        const task = tasks.get(timer.subject);
        // An unknown task needs no lock either; the blocking call finds that out.
        if (task === undefined && how === 'skip') return [];
        return [{ timer, next: () => nextOf(task, timer) }];
      });
    },
  };

  function nextOf(task: (LockedTask & { ladder: Ladder }) | undefined, timer: TimerRecord): TimerRow | null {
    if (task === undefined || !task.open || task.dueOn === null) return null;
    const { id, dueOn, provisional, ladder } = task;
    return runtime.reminderAfter({ id, visit: timer.visit, dueOn, provisional, ladder }, timer);
  }
}
