import { notFound, type Principal } from '@lawgate/contracts';
import { AuditTrail } from '@lawgate/cases';
import { APP_POOL, asViewer, CLOCK, isId, type Clock } from '@lawgate/database';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
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
  readonly error: string | null;
  readonly errorAt: Date | null;
  readonly nextRun: Date | null;
}

const nothing = { waiting: 0, running: 0, failed: 0, mine: 0, error: null, errorAt: null, nextRun: null };

/** What the operator sees and does of background work. The rows say it; no queue is asked. */
@Injectable()
export class JobsService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly audit: AuditTrail,
  ) {}

  async kinds(principal: Principal): Promise<JobKinds> {
    return asViewer(this.pool, principal, async (client) => {
      const counted = await client.query<CountedRow>(
        `select kind, waiting, running, failed, mine, last_error as error, last_error_at as "errorAt", next_run as "nextRun"
           from operator_jobs($1, $2)`,
        [this.clock.now(), maxCounted],
      );
      const rows = new Map(counted.rows.map((row) => [row.kind, row]));
      const titles = await titlesOf(client);
      return {
        items: [...titles].map(([kind, title]) => {
          const { mine, error, errorAt, nextRun, ...numbers } = rows.get(kind) ?? { ...nothing, kind };
          return {
            ...numbers,
            title,
            retryable: mine,
            lastError: error === null || errorAt === null ? null : { text: error, at: errorAt.toISOString() },
            nextRun: nextRun?.toISOString() ?? null,
          };
        }),
      };
    });
  }

  /** @throws ProblemError 404 for a kind that nobody knows */
  async failed(principal: Principal, kind: string): Promise<FailedJobs> {
    return asViewer(this.pool, principal, async (client) => {
      if (!(await titlesOf(client)).has(kind)) throw notFound('该类后台任务');
      const found = await client.query<FailedJob & { createdAt: Date; failedAt: Date }>(
        `select id, kind, attempts, created_at as "createdAt", failed_at as "failedAt", error from operator_failed($1, $2)`,
        [kind, maxListed],
      );
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
    return asViewer(this.pool, principal, async (client) => {
      const found = await client.query<{ kind: string | null }>('select operator_retry($1) as kind', [id]);
      const kind = found.rows[0]?.kind ?? null;
      if (kind === null) throw notFound('该失败任务');
      const title = (await titlesOf(client)).get(kind) ?? kind;
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
async function titlesOf(client: pg.PoolClient): Promise<Map<string, string>> {
  const known = await client.query<{ kind: string; title: string }>('select kind, title from job_kind order by kind');
  return new Map([...Object.entries(deliveryTitles), ...known.rows.map(({ kind, title }) => [kind, title] as const)]);
}
