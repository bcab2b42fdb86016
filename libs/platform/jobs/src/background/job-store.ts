/** Jobs as rows. */
import type pg from 'pg';
import { jobErrorText } from './job-error.ts';
import { jobRetryMs, scheduledKey, type JobKind } from './job-kind.ts';

export interface NewJob {
  readonly kind: string;
  /** The subject; while a job of this kind and key is open, no second one is added. */
  readonly key: string;
  /** Left out for work that belongs to no organisation; only the worker may add such jobs. */
  readonly organisation?: { readonly orgId: string; readonly orgPath: string };
  readonly payload?: Readonly<Record<string, unknown>>;
}

/** Adds a job in the caller's transaction. The dispatcher is notified at the commit. */
export async function addJob(client: pg.PoolClient | pg.Pool, job: NewJob): Promise<void> {
  await client.query(
    `insert into job (kind, key, org_id, org_path, payload) values ($1, $2, $3, $4, $5)
     on conflict (kind, key) where state in ('waiting', 'running') do nothing`,
    [
      job.kind,
      job.key,
      job.organisation?.orgId ?? null,
      job.organisation?.orgPath ?? null,
      JSON.stringify(job.payload ?? {}),
    ],
  );
}

export interface JobRow {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly attempts: number;
  /** Token of this attempt; its result is written only while the row still has it. */
  readonly token: number;
}

const columns = 'id, kind, key, payload, attempts, token';

export class JobStore {
  constructor(private readonly pool: pg.Pool) {}

  /** Registers the kinds of this worker, and adds the scheduled jobs. */
  async register(kinds: readonly JobKind[], maxAttemptsOf: (kind: JobKind) => number): Promise<void> {
    await this.pool.query(
      `with known as (
         insert into job_kind (kind, title, max_attempts, scheduled)
         select x.kind, x.title, x.max, x.scheduled
           from jsonb_to_recordset($1::jsonb) as x (kind text, title text, max int, scheduled boolean)
         on conflict (kind) do update set title = excluded.title, max_attempts = excluded.max_attempts,
           scheduled = excluded.scheduled, seen_at = clock_timestamp()
         returning kind, scheduled)
       insert into job (kind, key) select kind, $2 from known where scheduled
       on conflict (kind, key) where state in ('waiting', 'running') do nothing`,
      [
        JSON.stringify(
          kinds.map((kind) => ({
            kind: kind.kind,
            title: kind.title,
            max: maxAttemptsOf(kind),
            scheduled: kind.schedule !== undefined,
          })),
        ),
        scheduledKey,
      ],
    );
  }

  /** The oldest due jobs of each kind that has none running: one, or a batch. */
  async due(kinds: readonly JobKind[], now: Date): Promise<{ id: string; kind: string; token: number }[]> {
    const found = await this.pool.query<{ id: string; kind: string; token: number }>({
      name: 'jobs-due',
      text: `select j.id, j.kind, j.token from unnest($1::text[], $3::int[]) as k (kind, batch)
              cross join lateral (
                select id, kind, token from job
                 where job.kind = k.kind and state = 'waiting' and enqueued_at is null
                   and (run_at is null or run_at <= $2 or planned_at > $2)
                   and (retry_at is null or retry_at <= clock_timestamp())
                 order by created_at, id limit k.batch) j
              where not exists (select from job o where o.kind = k.kind
                                  and (o.state = 'running' or (o.state = 'waiting' and o.enqueued_at is not null)))`,
      values: [kinds.map(({ kind }) => kind), now, kinds.map(({ batch }) => batch ?? 1)],
    });
    return found.rows;
  }

  async enqueued(jobs: readonly { readonly id: string; readonly token: number }[]): Promise<void> {
    await this.pool.query(
      `update job set enqueued_at = clock_timestamp() from unnest($1::uuid[], $2::int[]) as x (id, token)
        where job.id = x.id and job.token = x.token and job.state = 'waiting'`,
      [jobs.map(({ id }) => id), jobs.map(({ token }) => token)],
    );
  }

  /** The worker stops before it begins them: marks them so that they need not time out first. */
  async notBegun(ids: readonly string[]): Promise<void> {
    await this.pool.query(`update job set enqueued_at = null where id = any($1::uuid[]) and state = 'waiting'`, [ids]);
  }

  /** Begins an attempt. @returns null when the delivery is stale or another process has begun */
  async begin(id: string, token: number, runner: number): Promise<JobRow | null> {
    const begun = await this.pool.query<JobRow>(
      `update job set state = 'running', attempts = attempts + 1, token = token + 1, runner = $3,
              started_at = clock_timestamp()
        where id = $1 and token = $2 and state = 'waiting' returning ${columns}`,
      [id, token, runner],
    );
    return begun.rows[0] ?? null;
  }

  /** Ends the job or, with `again`, this run of a scheduled one, which also clears older failures of the kind. */
  async done({ id, token, kind }: JobRow, again: NextTime | null): Promise<void> {
    if (again === null) {
      await this.pool.query(
        `update job set state = 'done', finished_at = clock_timestamp() where id = $1 and token = $2 and state = 'running'`,
        [id, token],
      );
      return;
    }
    await this.pool.query(
      `with again as (
         update job set state = 'waiting', attempts = 0, enqueued_at = null, runner = null, finished_at = clock_timestamp(),
                run_at = $3, retry_at = clock_timestamp() + make_interval(secs => $4), planned_at = $7
          where id = $1 and token = $2 and state = 'running' returning id)
       update job set state = 'done' where kind = $5 and key = $6 and state = 'failed' and exists (select from again)`,
      [id, token, again.runAt, again.inMs / 1000, kind, scheduledKey, again.plannedAt],
    );
  }

  /** Stores why an attempt failed; the job waits for its next one. */
  async failed({ id, token, attempts }: JobRow, error: unknown): Promise<void> {
    await this.pool.query(
      `update job set state = 'waiting', enqueued_at = null, runner = null, last_error = $3, last_error_at = clock_timestamp(),
              retry_at = clock_timestamp() + make_interval(secs => $4)
        where id = $1 and token = $2 and state = 'running'`,
      [id, token, jobErrorText(error), jobRetryMs(attempts) / 1000],
    );
  }

  /**
   * Gives the job up. A scheduled one gets a successor for its next run, and older failures of the kind are cleared.
   */
  async givenUp({ id, token, kind }: JobRow, error: unknown, again: NextTime | null): Promise<void> {
    await this.pool.query(
      `with failed as (
         update job set state = 'failed', finished_at = clock_timestamp(), last_error = coalesce($3, last_error),
                last_error_at = case when $3::text is null then last_error_at else clock_timestamp() end
          where id = $1 and token = $2 and state = 'running' returning id),
       older as (
         update job set state = 'done' where $8 and kind = $4 and key = $5 and state = 'failed')
       insert into job (kind, key, run_at, retry_at, planned_at)
       select $4, $5, $6, clock_timestamp() + make_interval(secs => $7), $9 from failed where $8`,
      [
        id,
        token,
        error === null ? null : jobErrorText(error),
        kind,
        scheduledKey,
        again?.runAt ?? null,
        (again?.inMs ?? 0) / 1000,
        again !== null,
        again?.plannedAt ?? null,
      ],
    );
  }

  /** The attempt was interrupted through no fault of the job: it does not count. */
  async putBack({ id, token }: JobRow, inMs: number): Promise<void> {
    await this.pool.query(
      `update job set state = 'waiting', attempts = attempts - 1, enqueued_at = null, runner = null,
              retry_at = clock_timestamp() + make_interval(secs => $3)
        where id = $1 and token = $2 and state = 'running'`,
      [id, token, inMs / 1000],
    );
  }

  /** Makes a scheduled job run now, unless it is waiting after a failure. */
  async bringForward(kinds: readonly string[]): Promise<void> {
    await this.pool.query(
      `update job set retry_at = null where kind = any($1) and key = $2 and state = 'waiting' and enqueued_at is null
          and attempts = 0 and run_at is null and retry_at > clock_timestamp()`,
      [kinds, scheduledKey],
    );
  }
}

/** Next run of a scheduled job: both times must have passed. */
export interface NextTime {
  /** Time of the application's clock. */
  readonly runAt: Date | null;
  /** The application's time at which this was computed: if the clock is set back before it, the job is due. */
  readonly plannedAt: Date;
  /** Delay in milliseconds of wall time. */
  readonly inMs: number;
}
