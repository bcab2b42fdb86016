/** What a delivery does: a notice or a reminder becomes rows in inboxes, in the transaction that marks it delivered. */
import type { DeliveryHandlers, OutboxRow } from '@lawgate/cases';
import { typedQueries, type Tables } from '@lawgate/database';
import type pg from 'pg';
import { clockReminders } from './clock-reminder.ts';
import { holderOrRole } from './escalation.ts';
import type { HandlerParts } from './handler-parts.ts';
import { noticeText, taskOpenedText, type NamedCase } from './notice-text.ts';
import { recipientsOf, type To } from './recipients.ts';
import { taskReminders } from './task-reminders.ts';
import { writeNotices } from './write-notices.ts';

export type { HandlerParts };

/** The handlers of the worker. They run as `lawgate_worker`, which sees every town's rows. */
export function deliveryHandlers(parts: HandlerParts): DeliveryHandlers {
  const { definitions } = parts;
  const named = (category: string, caseId: string): NamedCase => ({
    categoryLabel: definitions.find(category)?.label ?? category,
    caseId,
  });

  const notice = async (tx: pg.PoolClient, row: OutboxRow, at: Date): Promise<void> => {
    const { to, notice: kind, text } = row.payload as { to: readonly To[]; notice: string; text: string };
    const written = {
      caseId: row.caseId,
      orgPath: row.orgPath,
      kind,
      text: noticeText(named(await categoryOf(tx, row.caseId), row.caseId), text),
      source: `outbox:${row.id}`,
      people: await recipientsOf(tx, row, to),
    };
    await writeNotices(tx, [written], at);
  };

  const taskOpened = async (tx: pg.PoolClient, row: OutboxRow, at: Date): Promise<void> => {
    const asked = row.payload as { task: string; role: string; label: string; holder: string | null };
    // The task may be closed by now: the person was asked all the same, and finds that in their inbox.
    const due = await typedQueries<Tables>(tx)
      .selectFrom('task')
      .select(['dueOn', 'provisional'])
      .where('id', '=', asked.task)
      .where('status', '=', 'open')
      .executeTakeFirst();
    const written = {
      caseId: row.caseId,
      orgPath: row.orgPath,
      kind: 'task-opened',
      text: taskOpenedText({
        ...named(await categoryOf(tx, row.caseId), row.caseId),
        taskLabel: asked.label,
        dueOn: due?.dueOn ?? null,
        provisional: due?.provisional ?? false,
      }),
      source: `outbox:${row.id}`,
      people: await recipientsOf(tx, row, [holderOrRole(asked)]),
    };
    await writeNotices(tx, [written], at);
  };

  return {
    outbox: { notice, 'task-opened': taskOpened },
    noticeTimers: {
      reminder: taskReminders({ ...parts, named }),
      'clock-reminder': clockReminders({ ...parts, named }),
    },
  };
}

async function categoryOf(tx: pg.PoolClient, caseId: string): Promise<string> {
  const cases = typedQueries<Tables>(tx).selectFrom('review_case');
  const found = await cases.select('category').where('id', '=', caseId).executeTakeFirst();
  return found?.category ?? '';
}
