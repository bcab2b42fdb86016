import { civilDateOf } from '@lawgate/calendar';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lawgate/database';
import { CaseRuntime, lockCase, logRows } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { NotificationTables } from '../tables.ts';
import { z } from 'zod';
import { hasPart, leaveNotice, requireOwnCase, seenCase } from './case-part.ts';
import { holderOrRole, standInsOf } from './escalation.ts';
import { urgeSentence } from './notice-text.ts';
import type { UrgeList, UrgeView } from './urge-views.ts';

/** Minimum time between two urges of a task; milliseconds of legal time. */
export const urgeCoolDownMs = 4 * 3_600_000;

export class UrgeTooSoonError extends ProblemError {
  constructor(
    /** Whole seconds of legal time until the task may be urged again, for `Retry-After`. */
    readonly retryAfter: number,
  ) {
    super(429, 'task.urge-too-soon', `刚刚催办过，请在${Math.ceil(retryAfter / 60)}分钟后再催。`);
  }
}

type Tx = Transaction<NotificationTables>;

/** Manual reminders (催办). */
@Injectable()
export class UrgesService {
  constructor(
    private readonly database: Database<NotificationTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly runtime: CaseRuntime,
  ) {}

  /**
   * Records the urge and adds a notice for the holder and today's stand-in, or for the people of the role.
   *
   * @throws ProblemError 403 `task.urge-forbidden`, `case.read-only`, 404, 409 `task.closed`
   * @throws UrgeTooSoonError 429 within the cool-down of the last one
   */
  async urge(principal: Principal, taskId: string, note: string | undefined): Promise<UrgeView> {
    if (!z.uuid().safeParse(taskId).success) throw notFound('该任务');
    const at = this.clock.now();
    const view = await this.database.as(principal, async (tx) => {
      const task = await seenTask(tx, taskId);
      const part = await seenCase(tx.client, task.caseId);
      requireOwnCase(principal, part);
      if (!hasPart(principal, part)) {
        throw new ProblemError(403, 'task.urge-forbidden', '只有审查人、所长、分管领导或本案承办人可以催办。');
      }
      // As an event does: first the case, then its task.
      await lockCase(tx.client, part.id);
      await requireOpen(tx, taskId);
      const id = await record(tx, { taskId, caseId: part.id, orgPath: part.orgPath, by: principal, note, at });
      const standIns = task.holder === null ? [] : await standInsOf(tx.client, task.holder, civilDateOf(at));
      const to = [holderOrRole(task), ...standIns];
      await leaveNotice(tx.client, part, at, { id: newId(), kind: 'urge', to, text: urgeSentence(task.label) });
      return {
        id,
        taskId,
        caseId: part.id,
        label: task.label,
        by: { id: principal.id, name: principal.name },
        note: note ?? null,
        at: at.toISOString(),
        nextAt: new Date(at.getTime() + urgeCoolDownMs).toISOString(),
      };
    });
    this.runtime.events.emit('workEnqueued');
    return view;
  }

  /** Urges of a case, oldest first. @throws ProblemError 404 */
  async list(principal: Principal, caseId: string): Promise<UrgeList> {
    const rows = await this.database.as(principal, async (tx) => {
      await seenCase(tx.client, caseId);
      return tx.db
        .selectFrom('urge as u')
        .innerJoin('task as t', 't.id', 'u.taskId')
        .leftJoin('person as p', 'p.id', 'u.byPerson')
        .select(['u.id', 'u.taskId', 'u.caseId', 't.label', 'u.note', 'u.at'])
        .select(({ fn, ref, val }) =>
          jsonBuildObject({ id: ref('u.byPerson'), name: fn.coalesce('p.name', val('')) }).as('by'),
        )
        .where('u.caseId', '=', caseId)
        .orderBy('u.at')
        .orderBy('u.id')
        .execute();
    });
    return {
      items: rows.map(({ at, ...row }) => ({
        ...row,
        at: at.toISOString(),
        nextAt: new Date(at.getTime() + urgeCoolDownMs).toISOString(),
      })),
    };
  }
}

async function seenTask({ db }: Tx, id: string) {
  const task = await db
    .selectFrom('task')
    .select(['caseId', 'role', 'holder', 'label'])
    .where('id', '=', id)
    .executeTakeFirst();
  if (task === undefined) throw notFound('该任务');
  return task;
}

/** Locks the task until the urge is written: a concurrent event that closes it runs before or after. */
async function requireOpen({ db }: Tx, id: string): Promise<void> {
  const found = await db.selectFrom('task').select('status').where('id', '=', id).forUpdate().executeTakeFirst();
  if (found?.status === 'open') return;
  throw new ProblemError(409, 'task.closed', '该任务已经办结，无须催办。');
}

/** The lock on the task serialises two clicks; the unique constraint would refuse a duplicate even without it. */
async function record(
  { db, client }: Tx,
  urge: { taskId: string; caseId: string; orgPath: string; by: Principal; note: string | undefined; at: Date },
): Promise<string> {
  const { taskId, at } = urge;
  const previous = await db
    .selectFrom('urge')
    .select(['seq', 'at'])
    .where('taskId', '=', taskId)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const waitMs = previous === undefined ? 0 : previous.at.getTime() + urgeCoolDownMs - at.getTime();
  if (waitMs > 0) throw new UrgeTooSoonError(Math.ceil(waitMs / 1000));
  const id = newId();
  const written = await db
    .insertInto('urge')
    .values({
      id,
      caseId: urge.caseId,
      orgPath: urge.orgPath,
      taskId,
      seq: (previous?.seq ?? 0) + 1,
      byPerson: urge.by.id,
      note: urge.note ?? null,
      at,
    })
    .onConflict((conflict) => conflict.columns(['taskId', 'seq']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) throw new UrgeTooSoonError(urgeCoolDownMs / 1000);
  const rows = [{ in: 'urge', key: { id } }];
  await logRows(client, { caseId: urge.caseId, type: 'task.urged', actor: urge.by, at, rows });
  return id;
}
