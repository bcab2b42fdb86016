/** What a delivery does: a notice or a reminder becomes rows in inboxes, in the transaction that marks it delivered. */
import { civilDateOf } from '@lawgate/calendar';
import {
  ladderOfTask,
  overdueDayOf,
  type DeliveryHandlers,
  type LadderTask,
  type OutboxRow,
  type TimerRecord,
} from '@lawgate/runtime';
import type pg from 'pg';
import { clockReminder } from './clock-reminder.ts';
import { holderOrRole, reachedBy } from './escalation.ts';
import type { HandlerParts } from './handler-parts.ts';
import { noticeText, reminderText, taskOpenedText, type NamedCase } from './notice-text.ts';
import { recipientsOf, type To } from './recipients.ts';
import { isFirst, tell } from './tell.ts';

export type { HandlerParts };

interface OpenTask extends LadderTask {
  readonly key: string;
  readonly visit: number;
  readonly role: string;
  readonly label: string;
  readonly holder: string | null;
  readonly dueOn: string | null;
  readonly provisional: boolean;
}

/** The handlers of the worker. They run as `lawgate_worker`, which sees every town's later things. */
export function deliveryHandlers({ definitions, calendars, ruleSets }: HandlerParts): DeliveryHandlers {
  const named = (category: string, caseId: string): NamedCase => ({
    categoryLabel: definitions.find(category)?.label ?? category,
    caseId,
  });

  const notice = async (tx: pg.PoolClient, row: OutboxRow, at: Date): Promise<void> => {
    const { to, notice: kind, text } = row.payload as { to: readonly To[]; notice: string; text: string };
    await tell(tx, row, at, {
      kind,
      text: noticeText(named(await categoryOf(tx, row.caseId), row.caseId), text),
      source: `outbox:${row.id}`,
      people: await recipientsOf(tx, row, to),
    });
  };

  const taskOpened = async (tx: pg.PoolClient, row: OutboxRow, at: Date): Promise<void> => {
    const asked = row.payload as { task: string; role: string; label: string; holder: string | null };
    // The task may be closed by now: the person was asked all the same, and finds that in his inbox.
    const due = await tx.query<{ dueOn: string | null; provisional: boolean }>(
      `select due_on::text as "dueOn", provisional from task where id = $1 and status = 'open'`,
      [asked.task],
    );
    await tell(tx, row, at, {
      kind: 'task-opened',
      text: taskOpenedText({
        ...named(await categoryOf(tx, row.caseId), row.caseId),
        taskLabel: asked.label,
        dueOn: due.rows[0]?.dueOn ?? null,
        provisional: due.rows[0]?.provisional ?? false,
      }),
      source: `outbox:${row.id}`,
      people: await recipientsOf(tx, row, [holderOrRole(asked)]),
    });
  };

  const remindOfClock = clockReminder({ definitions, calendars, ruleSets });

  const reminder = async (tx: pg.PoolClient, timer: TimerRecord, at: Date): Promise<void> => {
    if (timer.kind === 'clock-reminder') return remindOfClock(tx, timer, at);
    const task = await openTask(tx, timer.subject);
    // Done, handed on or paused in the meantime: nobody has to be reminded.
    if (task === null || task.dueOn === null) return;
    const today = civilDateOf(at);
    if (overdueDayOf(timer.stage) > 0 && (task.provisional || today <= task.dueOn)) return;
    if (!(await isFirst(tx, timer, at))) return;
    const ladder = await ladderOfTask(ruleSets, definitions.find(task.category), task, tx);
    await tell(tx, timer, at, {
      kind: `reminder.${timer.stage}`,
      text: reminderText(calendars.current(), today, {
        ...named(task.category, timer.caseId),
        taskLabel: task.label,
        dueOn: task.dueOn,
        provisional: task.provisional,
      }),
      // By task and visit, not by row: a seat that is asked anew in one visit does not remind the same person again.
      source: `reminder:${timer.caseId}:${task.key}:${timer.visit}:${timer.stage}`,
      people: await recipientsOf(tx, timer, await reachedBy(tx, task, timer.stage, today, ladder)),
    });
  };

  return { outbox: { notice, 'task-opened': taskOpened }, reminder };
}

async function categoryOf(tx: pg.PoolClient, caseId: string): Promise<string> {
  const found = await tx.query<{ category: string }>('select category from review_case where id = $1', [caseId]);
  return found.rows[0]?.category ?? '';
}

async function openTask(tx: pg.PoolClient, id: string): Promise<OpenTask | null> {
  const found = await tx.query<OpenTask>(
    `select t.key, t.visit, t.role, t.label, t.holder, t.due_on::text as "dueOn", t.provisional,
            t.clock_key as clock, c.category, c.ruleset_version as "rulesetVersion"
       from task t join review_case c on c.id = t.case_id where t.id::text = $1 and t.status = 'open'`,
    [id],
  );
  return found.rows[0] ?? null;
}
