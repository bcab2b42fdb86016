import { notFound, type Principal } from '@lawgate/contracts';
import { AuditTrail } from '@lawgate/cases';
import { CLOCK, Database, isId, type Clock, type Transaction } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { FailedJob, FailedJobs, JobKinds, RetriedJob } from './job-views.ts';

/** Rows of a kind that are counted at most. */
const maxCounted = 10_000;
const maxListed = 200;

/** Rows of outbox and timers are jobs as well; the others declare their titles, see `job_kind`. */
const deliveryTitles: Readonly<Record<string, string>> = {
  'outbox.notice': '发送办理通知',
  'outbox.task-opened': '通知新待办',
  'outbox.paper': '制作文书',
  'timer.reminder': '提醒待办',
  'timer.clock-reminder': '提醒期限',
  'timer.clock-due': '处理到期事项',
};

interface CountedRow {
  readonly kind: string;
  readonly waiting: number;
  readonly running: number;
  readonly failed: number;
  readonly mine: number;
  readonly lastError: string | null;
  readonly lastErrorAt: Date | null;
  readonly nextRun: Date | null;
}

interface FailedRow extends Omit<FailedJob, 'createdAt' | 'failedAt'> {
  readonly createdAt: Date;
  readonly failedAt: Date;
}

const nothing = { waiting: 0, running: 0, failed: 0, mine: 0, lastError: null, lastErrorAt: null, nextRun: null };

/** What the operator sees and does of background work. The rows say it; no queue is asked. */
@Injectable()
export class JobsService {
  constructor(
    private readonly database: Database,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async kinds(principal: Principal): Promise<JobKinds> {
    return this.database.as(principal, async ({ db }) => {
      const now = this.clock.now();
      const counted =
        await sql<CountedRow>`select kind, waiting, running, failed, mine, last_error, last_error_at, next_run
        from operator_jobs(${now}, ${maxCounted})`.execute(db);
      const rows = new Map(counted.rows.map((row) => [row.kind, row]));
      const titles = await titlesOf(db);
      return {
        items: [...titles].map(([kind, title]) => {
          const { mine, lastError, lastErrorAt, nextRun, ...numbers } = rows.get(kind) ?? { ...nothing, kind };
          return {
            ...numbers,
            title,
            retryable: mine,
            lastError:
              lastError === null || lastErrorAt === null ? null : { text: lastError, at: lastErrorAt.toISOString() },
            nextRun: nextRun?.toISOString() ?? null,
          };
        }),
      };
    });
  }

  /** @throws ProblemError 404 for a kind that nobody knows */
  async failed(principal: Principal, kind: string): Promise<FailedJobs> {
    return this.database.as(principal, async ({ db }) => {
      if (!(await titlesOf(db)).has(kind)) throw notFound('该类后台任务');
      const found = await sql<FailedRow>`select id, kind, attempts, created_at, failed_at, error
        from operator_failed(${kind}, ${maxListed})`.execute(db);
      return {
        items: found.rows.map((row) => ({
          ...row,
          createdAt: row.createdAt.toISOString(),
          failedAt: row.failedAt.toISOString(),
        })),
      };
    });
  }

  /**
   * Begins the job again with all its tries.
   *
   * @throws ProblemError 404 where none has failed (any more) that they may operate
   */
  async retry(principal: Principal, id: string, address: string): Promise<RetriedJob> {
    if (!isId(id)) throw notFound('该失败任务');
    return this.database.as(principal, async ({ client, db }) => {
      const found = await sql<{ kind: string | null }>`select operator_retry(${id}) as kind`.execute(db);
      const kind = found.rows[0]?.kind ?? null;
      if (kind === null) throw notFound('该失败任务');
      const title = (await titlesOf(db)).get(kind) ?? kind;
      await this.audit.recordIn(client, {
        orgId: principal.orgId,
        actor: principal,
        action: 'job.retried',
        subject: { kind: 'job', id },
        address,
        detail: { kind },
      });
      return { id, kind, title };
    });
  }
}

/** In the order of the page: deliveries, then the others by name. */
async function titlesOf(db: Transaction['db']): Promise<Map<string, string>> {
  const known = await db.selectFrom('job_kind').select(['kind', 'title']).orderBy('kind').execute();
  return new Map([...Object.entries(deliveryTitles), ...known.map(({ kind, title }) => [kind, title] as const)]);
}
