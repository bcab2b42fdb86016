/** Jobs as rows. */
import { json, typedQueries, type Tables } from '@lawgate/database';
import { sql } from 'kysely';
import type pg from 'pg';
import { sqlText } from '../sql-text.ts';
import { jobErrorText } from './job-error.ts';
import { jobRetryMs, scheduledKey, type JobKind } from './job-kind.ts';

const statements = {
  register: sqlText('register-kinds'),
  due: sqlText('jobs-due'),
  enqueued: sqlText('mark-jobs-enqueued'),
  begin: sqlText('begin-job'),
  end: sqlText('end-job'),
  endRun: sqlText('end-run'),
  fail: sqlText('fail-attempt'),
  giveUp: sqlText('give-up-job'),
  putBack: sqlText('put-back-job'),
  bringForward: sqlText('bring-forward'),
};

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
  const { kind, key, organisation, payload } = job;
  await typedQueries<Tables>(client)
    .insertInto('job')
    .values({
      kind,
      key,
      orgId: organisation?.orgId ?? null,
      orgPath: organisation?.orgPath ?? null,
      payload: json(payload ?? {}),
    })
    // Written out, because the unique index holds open jobs only.
    .onConflict((conflict) =>
      conflict
        .columns(['kind', 'key'])
        .where('state', 'in', [sql.lit('waiting' as const), sql.lit('running' as const)])
        .doNothing(),
    )
    .execute();
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

export class JobStore {
  constructor(private readonly pool: pg.Pool) {}

  /** Registers the kinds of this worker, and adds the scheduled jobs. */
  async register(kinds: readonly JobKind[], maxAttemptsOf: (kind: JobKind) => number): Promise<void> {
    await this.pool.query(statements.register, [
      JSON.stringify(
        kinds.map((kind) => ({
          kind: kind.kind,
          title: kind.title,
          max: maxAttemptsOf(kind),
          scheduled: kind.schedule !== undefined,
        })),
      ),
      scheduledKey,
    ]);
  }

  /** The oldest due jobs of each kind that has none running: one, or a batch. */
  async due(kinds: readonly JobKind[], now: Date): Promise<{ id: string; kind: string; token: number }[]> {
    const found = await this.pool.query<{ id: string; kind: string; token: number }>({
      name: 'jobs-due',
      text: statements.due,
      values: [kinds.map(({ kind }) => kind), now, kinds.map(({ batch }) => batch ?? 1)],
    });
    return found.rows;
  }

  async enqueued(jobs: readonly { readonly id: string; readonly token: number }[]): Promise<void> {
    await this.pool.query(statements.enqueued, [jobs.map(({ id }) => id), jobs.map(({ token }) => token)]);
  }

  /**
   * The worker stops before it begins them: marks them so that they need not time out first.
   *
   * @param ids at least one
   */
  async notBegun(ids: readonly string[]): Promise<void> {
    await typedQueries<Tables>(this.pool)
      .updateTable('job')
      .set({ enqueuedAt: null })
      .where('id', 'in', ids)
      .where('state', '=', 'waiting')
      .execute();
  }

  /** Begins an attempt. @returns null when the delivery is stale or another process has begun */
  async begin(id: string, token: number, runner: number): Promise<JobRow | null> {
    const begun = await this.pool.query<JobRow>(statements.begin, [id, token, runner]);
    return begun.rows[0] ?? null;
  }

  /** Ends the job or, with `again`, this run of a scheduled one, which also clears older failures of the kind. */
  async done({ id, token, kind }: JobRow, again: NextTime | null): Promise<void> {
    if (again === null) {
      await this.pool.query(statements.end, [id, token]);
      return;
    }
    await this.pool.query(statements.endRun, [
      id,
      token,
      again.runAt,
      again.inMs / 1000,
      kind,
      scheduledKey,
      again.plannedAt,
    ]);
  }

  /** Stores why an attempt failed; the job waits for its next one. */
  async failed({ id, token, attempts }: JobRow, error: unknown): Promise<void> {
    await this.pool.query(statements.fail, [id, token, jobErrorText(error), jobRetryMs(attempts) / 1000]);
  }

  /**
   * Gives the job up. A scheduled one gets a successor for its next run, and older failures of the kind are cleared.
   */
  async givenUp({ id, token, kind }: JobRow, error: unknown, again: NextTime | null): Promise<void> {
    await this.pool.query(statements.giveUp, [
      id,
      token,
      error === null ? null : jobErrorText(error),
      kind,
      scheduledKey,
      again?.runAt ?? null,
      (again?.inMs ?? 0) / 1000,
      again !== null,
      again?.plannedAt ?? null,
    ]);
  }

  /** The attempt was interrupted through no fault of the job: it does not count. */
  async putBack({ id, token }: JobRow, inMs: number): Promise<void> {
    await this.pool.query(statements.putBack, [id, token, inMs / 1000]);
  }

  /** Makes a scheduled job run now, unless it is waiting after a failure. */
  async bringForward(kinds: readonly string[]): Promise<void> {
    await this.pool.query(statements.bringForward, [kinds, scheduledKey]);
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
