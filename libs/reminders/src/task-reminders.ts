/** Reminders of tasks become rows in inboxes: of many tasks at once, by a fixed number of statements. */
import { civilDateOf } from '@lawgate/calendar';
import {
  defaultReminderParameters,
  newId,
  overdueDayOf,
  type CalendarStore,
  type ReminderParameters,
  type RuntimeSettings,
  type TellingHandler,
  type TimerRecord,
} from '@lawgate/runtime';
import type pg from 'pg';
import { ladder, reachesStandIn, standInsOfEach } from './escalation.ts';
import { reminderText, type NamedCase } from './notice-text.ts';
import { recipientsOfEach } from './recipients.ts';
import { tell } from './tell.ts';

export interface TaskReminderParts {
  readonly calendars: Pick<CalendarStore, 'current'>;
  /** Where `reminders` says whom an overdue task is told to, and when. */
  readonly settings?: Pick<RuntimeSettings, 'reminders'> | undefined;
  /** The name of a case by its category. */
  readonly named: (category: string, caseId: string) => NamedCase;
}

interface DueTask {
  readonly id: string;
  readonly key: string;
  readonly role: string;
  readonly label: string;
  readonly holder: string | null;
  readonly dueOn: string;
  readonly provisional: boolean;
  readonly category: string;
}

interface Reminder {
  readonly timer: TimerRecord;
  readonly task: DueTask;
}

export function taskReminders({ calendars, settings, named }: TaskReminderParts): TellingHandler {
  /** How high the reminders of a task go. */
  const parametersOf = (_task: DueTask): ReminderParameters => settings?.reminders ?? defaultReminderParameters;

  return async (tx, timers, at) => {
    const today = civilDateOf(at);
    const tasks = await dueTasks(tx, timers);
    const wanted = timers.flatMap((timer) => {
      const task = tasks.get(timer.subject);
      // Done, handed on or paused in the meantime: nobody has to be reminded.
      if (task === undefined) return [];
      if (overdueDayOf(timer.stage) > 0 && (task.provisional || today <= task.dueOn)) return [];
      return [{ timer, task }];
    });
    const reminders = await firstOf(tx, wanted, at);
    if (reminders.length === 0) return;
    const holders = reminders.flatMap(({ timer, task }) =>
      task.holder !== null && reachesStandIn(timer.stage, parametersOf(task)) ? [task.holder] : [],
    );
    const standIns = await standInsOfEach(tx, holders, today);
    const people = await recipientsOfEach(
      tx,
      reminders.map(({ timer: { caseId, orgPath, stage }, task }) => ({
        caseId,
        orgPath,
        to: ladder(task, stage, standIns, parametersOf(task)),
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
      // By task and visit, not by row: a seat that is asked anew in one visit does not remind the same person again.
      source: `reminder:${timer.caseId}:${task.key}:${timer.visit}:${timer.stage}`,
      people: people[index] ?? [],
    }));
    await tell(tx, notices, at);
  };
}

/** The tasks that are open and have a due date, by their ids. */
async function dueTasks(tx: pg.PoolClient, timers: readonly TimerRecord[]): Promise<Map<string, DueTask>> {
  const found = await tx.query<DueTask>({
    name: 'due-tasks',
    text: `select t.id, t.key, t.role, t.label, t.holder, t.due_on::text as "dueOn", t.provisional, c.category
             from task t join review_case c on c.id = t.case_id
            where t.id = any($1::uuid[]) and t.status = 'open' and t.due_on is not null`,
    values: [timers.map(({ subject }) => subject)],
  });
  return new Map(found.rows.map((task) => [task.id, task]));
}

/** Writes that they were told. @returns those of which that was not written before */
async function firstOf(tx: pg.PoolClient, wanted: readonly Reminder[], at: Date): Promise<Reminder[]> {
  if (wanted.length === 0) return [];
  const byId = new Map(wanted.map((reminder) => [newId(), reminder]));
  const rows = [...byId].map(([id, { timer }]) => ({
    id,
    caseId: timer.caseId,
    orgPath: timer.orgPath,
    subject: timer.subject,
    visit: timer.visit,
    kind: timer.kind,
    stage: timer.stage,
  }));
  const written = await tx.query<{ id: string }>({
    name: 'write-reminders',
    text: `insert into reminder (id, case_id, org_path, subject, visit, kind, stage, fired_at)
           select x.id, x."caseId", x."orgPath", x.subject, x.visit, x.kind, x.stage, $2
             from jsonb_to_recordset($1::jsonb) as x (id uuid, "caseId" uuid, "orgPath" text, subject text, visit int,
                  kind text, stage text)
            order by x."caseId", x.subject, x.visit, x.kind, x.stage
           on conflict (case_id, subject, visit, kind, stage) do nothing
           returning id`,
    values: [JSON.stringify(rows), at],
  });
  return written.rows.flatMap(({ id }) => byId.get(id) ?? []);
}
