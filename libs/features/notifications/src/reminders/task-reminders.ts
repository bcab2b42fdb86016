/** Reminders of tasks become rows in inboxes: of many tasks at once, by a fixed number of statements. */
import { civilDateOf } from '@lawgate/calendar';
import type { Ladder } from '@lawgate/engine';
import { ladderOfTask, overdueDayOf, type LadderTask, type NoticeTimerHandler, type TimerRecord } from '@lawgate/cases';
import { typedQueries, type Tables } from '@lawgate/database';
import type pg from 'pg';
import { reachedBy, reachesStandIn, standInsOfEach } from './escalation.ts';
import type { HandlerParts } from './handler-parts.ts';
import { reminderText, type NamedCase } from './notice-text.ts';
import { recipientsOfEach } from './recipients.ts';
import { firstOf, writeNotices } from './write-notices.ts';

export interface ReminderParts extends HandlerParts {
  /** The name of a case by its category. */
  readonly named: (category: string, caseId: string) => NamedCase;
}

interface DueTask extends LadderTask {
  readonly id: string;
  readonly key: string;
  readonly role: string;
  readonly label: string;
  readonly holder: string | null;
  readonly dueOn: string;
  readonly provisional: boolean;
}

export function taskReminders({ definitions, calendars, ruleSets, named }: ReminderParts): NoticeTimerHandler {
  return async (tx, timers, at) => {
    const today = civilDateOf(at);
    const tasks = new Map<string, DueTask & { ladder: Ladder }>();
    for (const task of await dueTasks(tx, timers)) {
      const ladder = await ladderOfTask(ruleSets, definitions.find(task.category, task.definitionVersion), task, tx);
      tasks.set(task.id, { ...task, ladder });
    }
    const wanted = timers.flatMap((timer) => {
      const task = tasks.get(timer.subject);
      // Done, transferred or paused in the meantime: nobody has to be reminded.
      if (task === undefined) return [];
      if (overdueDayOf(timer.stage) > 0 && (task.provisional || today <= task.dueOn)) return [];
      return [{ timer, task }];
    });
    const reminders = await firstOf(tx, wanted, at);
    if (reminders.length === 0) return;
    const holders = reminders.flatMap(({ timer, task }) =>
      task.holder !== null && reachesStandIn(timer.stage, task.ladder) ? [task.holder] : [],
    );
    const standIns = await standInsOfEach(tx, holders, today);
    const people = await recipientsOfEach(
      tx,
      reminders.map(({ timer: { caseId, orgPath, stage }, task }) => ({
        caseId,
        orgPath,
        to: reachedBy(task, stage, standIns, task.ladder),
      })),
    );
    const calendar = calendars.current();
    const notices = reminders.map(({ timer, task }, index) => ({
      caseId: timer.caseId,
      orgPath: timer.orgPath,
      kind: `reminder.${timer.stage}`,
      text: reminderText(calendar, today, {
        ...named(task.category, timer.caseId),
        taskLabel: task.label,
        dueOn: task.dueOn,
        provisional: task.provisional,
      }),
      // By task and visit, not by row: a seat that is asked again in one visit does not remind the same person again.
      source: `reminder:${timer.caseId}:${task.key}:${timer.visit}:${timer.stage}`,
      people: people[index] ?? [],
    }));
    await writeNotices(tx, notices, at);
  };
}

/** The tasks that are open and have a due date. */
async function dueTasks(tx: pg.PoolClient, timers: readonly TimerRecord[]): Promise<DueTask[]> {
  const subjects = timers.map(({ subject }) => subject);
  return typedQueries<Tables>(tx)
    .selectFrom('task as t')
    .innerJoin('review_case as c', 'c.id', 't.caseId')
    .select(['t.id', 't.key', 't.role', 't.label', 't.holder', 't.provisional', 't.clockKey as clock'])
    .select(({ ref }) => ref('t.dueOn').$notNull().as('dueOn'))
    .select(['c.category', 'c.definitionVersion', 'c.rulesetVersion'])
    .where('t.id', 'in', subjects)
    .where('t.status', '=', 'open')
    .where('t.dueOn', 'is not', null)
    .execute();
}
