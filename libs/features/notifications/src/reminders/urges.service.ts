import { civilDateOf } from '@lawgate/calendar';
import { notFound, ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { CaseRuntime } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { z } from 'zod';
import { hasPart, leaveNotice, requireOwnCase, seenCase } from './case-part.ts';
import { holderOrRole, standInsOf } from './escalation.ts';
import { urgeSentence } from './notice-text.ts';
import type { UrgeList, UrgeView } from './urge-views.ts';

/** A task is urged again this long after the last time at the earliest; milliseconds of legal time. */
export const urgeCoolDownMs = 4 * 3_600_000;

export class UrgeTooSoonError extends ProblemError {
  constructor(
    /** Whole seconds of legal time until the task may be urged again, for `Retry-After`. */
    readonly retryAfter: number,
  ) {
    super(429, 'task.urge-too-soon', `刚刚催办过，请在${Math.ceil(retryAfter / 60)}分钟后再催。`);
  }
}

interface UrgedTask {
  readonly caseId: string;
  readonly status: string;
  readonly role: string;
  readonly holder: string | null;
  readonly label: string;
}

/** Urging by hand (催办). */
@Injectable()
export class UrgesService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly runtime: CaseRuntime,
  ) {}

  /**
   * Records the urging and leaves word for the holder and who stands in for him today, or for the people of the role.
   *
   * @throws ProblemError 403 `task.urge-forbidden`, `case.read-only`, 404, 409 `task.closed`
   * @throws UrgeTooSoonError 429 within the cool-down of the last one
   */
  async urge(principal: Principal, taskId: string, note: string | undefined): Promise<UrgeView> {
    if (!z.uuid().safeParse(taskId).success) throw notFound('该任务');
    const at = this.clock.now();
    const view = await asViewer(this.pool, principal, async (tx) => {
      const task = await seenTask(tx, taskId);
      const part = await seenCase(tx, task.caseId);
      requireOwnCase(principal, part);
      if (!hasPart(principal, part)) {
        throw new ProblemError(403, 'task.urge-forbidden', '只有审查人、所长、分管领导或本案承办人可以催办。');
      }
      await requireOpen(tx, taskId);
      const id = await record(tx, { taskId, caseId: part.id, orgPath: part.orgPath, by: principal.id, note, at });
      const standIns = task.holder === null ? [] : await standInsOf(tx, task.holder, civilDateOf(at));
      const to = [holderOrRole(task), ...standIns];
      await leaveNotice(tx, part, at, { id: newId(), kind: 'urge', to, text: urgeSentence(task.label) });
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

  /** Urgings of a case, oldest first. @throws ProblemError 404 */
  async list(principal: Principal, caseId: string): Promise<UrgeList> {
    const rows = await asViewer(this.pool, principal, async (tx) => {
      await seenCase(tx, caseId);
      const found = await tx.query<Omit<UrgeView, 'at' | 'nextAt'> & { at: Date }>(
        `select u.id, u.task_id as "taskId", u.case_id as "caseId", t.label, u.note, u.at,
                json_build_object('id', u.by_person, 'name', coalesce(p.name, '')) as by
           from urge u join task t on t.id = u.task_id left join person p on p.id = u.by_person
          where u.case_id = $1 order by u.at, u.id`,
        [caseId],
      );
      return found.rows;
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

async function seenTask(tx: pg.PoolClient, id: string): Promise<UrgedTask> {
  const found = await tx.query<UrgedTask>(
    `select case_id as "caseId", status, role, holder, label from task where id = $1`,
    [id],
  );
  const task = found.rows[0];
  if (task === undefined) throw notFound('该任务');
  return task;
}

/** Locked until the urging is written: whoever closes the task at this moment does so before or after it. */
async function requireOpen(tx: pg.PoolClient, id: string): Promise<void> {
  const found = await tx.query<{ status: string }>('select status from task where id = $1 for update', [id]);
  if (found.rows[0]?.status === 'open') return;
  throw new ProblemError(409, 'task.closed', '该任务已经办结，无须催办。');
}

/** The lock on the task makes two clicks come one after the other; the unique number holds without it, too. */
async function record(
  tx: pg.PoolClient,
  urge: { taskId: string; caseId: string; orgPath: string; by: string; note: string | undefined; at: Date },
): Promise<string> {
  const { taskId, at } = urge;
  const last = await tx.query<{ seq: number; at: Date }>(
    'select seq, at from urge where task_id = $1 order by seq desc limit 1',
    [taskId],
  );
  const previous = last.rows[0];
  const waitMs = previous === undefined ? 0 : previous.at.getTime() + urgeCoolDownMs - at.getTime();
  if (waitMs > 0) throw new UrgeTooSoonError(Math.ceil(waitMs / 1000));
  const id = newId();
  const written = await tx.query(
    `insert into urge (id, case_id, org_path, task_id, seq, by_person, note, at)
     values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (task_id, seq) do nothing`,
    [id, urge.caseId, urge.orgPath, taskId, (previous?.seq ?? 0) + 1, urge.by, urge.note ?? null, at],
  );
  if (written.rowCount === 0) throw new UrgeTooSoonError(urgeCoolDownMs / 1000);
  return id;
}
