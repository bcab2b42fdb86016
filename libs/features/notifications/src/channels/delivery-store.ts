/**
 * The rows of channels, as the worker takes, marks and gives up deliveries. Works as `lawgate_worker`, for every town.
 */
import type { Database } from '@lawgate/database';
import { sql, type Kysely } from 'kysely';
import type pg from 'pg';
import type { NotificationTables } from '../tables.ts';
import { backOffMs, maxAttempts, outageAfter, probeMs } from './back-off.ts';
import type { SentNotice } from './channel-text.ts';
import type { RobotKind } from './robot-message.ts';
import type { SendError } from './send-error.ts';
import { sqlText } from '../sql-text.ts';

export interface Claimed extends SentNotice {
  readonly id: string;
  readonly attempts: number;
}

export interface ClaimedMail extends Claimed {
  readonly email: string;
  readonly mailFrom: string | null;
}

export interface Robot {
  readonly orgId: string;
  readonly orgPath: string;
  readonly kind: RobotKind;
  readonly url: string;
  readonly secret: string | null;
}

/** The mail server serves all; a robot belongs to one organisation. */
export interface Target {
  readonly name: string;
  readonly channel: 'mail' | 'webhook';
  readonly orgId: string | null;
  readonly orgPath: string | null;
}

export interface TargetState {
  readonly failures: number;
  readonly retryAt: Date | null;
}

/**
 * Lease of a claimed row in milliseconds. Longer than any attempt, so that a second process (the leader may change
 * during one) does not send the same row.
 */
const leaseMs = 60_000;

const claimDigest = sqlText('claim-digest');
const claimRobot = sqlText('claim-robot');
/** @internal exported for the test of its plan */
export const claimMail = sqlText('claim-mail');

/** Written out, because indexes hold the rows that are on their way. */
const onTheirWay = [sql.lit('waiting' as const), sql.lit('failed' as const)];

/** Claimed rows, and the end of the lease: marks only change rows that nobody has claimed since. */
export interface Claim<T extends Claimed> {
  readonly rows: readonly T[];
  readonly until: Date;
}

export class DeliveryStore {
  readonly #pool: pg.Pool;
  readonly #db: Kysely<NotificationTables>;

  /** @throws Error where the database is not the worker's */
  constructor(database: Database<NotificationTables>) {
    this.#pool = database.pool;
    this.#db = database.workerQueries;
  }

  /** Whether deliveries wait other than daily mails. */
  async waiting(): Promise<boolean> {
    const { waiting } = await this.#db
      .selectNoFrom(({ exists, or, selectFrom }) => {
        const open = selectFrom('channel_delivery').where('status', 'in', onTheirWay);
        const mail = open.where('channel', '=', sql.lit('mail')).where('digest', '=', sql.lit(false));
        return or([exists(mail), exists(open.where('channel', '=', sql.lit('webhook')))]).as('waiting');
      })
      .executeTakeFirstOrThrow();
    return waiting === true;
  }

  /** Ends deliveries that nobody wants any more, and those that were interrupted at their last attempt. */
  async sweep(now: Date): Promise<void> {
    await this.#db
      .updateTable('channel_delivery as d')
      .from('person as p')
      .leftJoin('channel_setting as s', 's.orgId', 'p.orgId')
      .set({ status: 'dropped', endedAt: now })
      .whereRef('p.id', '=', 'd.personId')
      .where('d.status', 'in', onTheirWay)
      .where(({ eb, or }) => or([eb('d.nextAt', 'is', null), eb('d.nextAt', '<=', now)]))
      .where(({ eb, or, and, not, lit, fn }) => {
        const mail = and([fn.coalesce('s.mailOn', lit(false)), eb('p.email', 'is not', null)]);
        const wanted = eb
          .case('d.channel')
          .when('mail')
          .then(mail)
          .else(fn.coalesce('s.webhookOn', lit(false)))
          .end();
        return or([not('p.active'), not(wanted)]);
      })
      .execute();
    await this.#db
      .updateTable('channel_delivery')
      .set({ status: 'dead', endedAt: now })
      .where('status', '=', 'failed')
      .where('attempts', '>=', maxAttempts)
      .where('nextAt', '<=', now)
      .execute();
  }

  async claimMail(now: Date): Promise<Claim<ClaimedMail>> {
    return this.#claim<ClaimedMail>(claimMail, now);
  }

  async claimDigest(now: Date, opening: Date): Promise<Claim<ClaimedMail>> {
    return this.#claim<ClaimedMail>(claimDigest, now, opening);
  }

  async claimRobot(now: Date, orgId: string, texts: number): Promise<Claim<Claimed>> {
    return this.#claim<Claimed>(claimRobot, now, orgId, texts);
  }

  async #claim<T extends Claimed>(text: string, now: Date, ...more: unknown[]): Promise<Claim<T>> {
    const until = new Date(now.getTime() + leaseMs);
    const { rows } = await this.#pool.query<T & pg.QueryResultRow>(text, [now, until, maxAttempts, ...more]);
    return { rows, until };
  }

  /** Robots with due deliveries. */
  async robots(now: Date): Promise<Robot[]> {
    return (
      this.#db
        .selectFrom('channel_setting as s')
        .select(['s.orgId', 's.orgPath'])
        // A robot that is on has both: the table refuses any other.
        .select(({ ref }) => [
          ref('s.webhookKind').$notNull().as('kind'),
          ref('s.webhookUrl').$notNull().as('url'),
          ref('s.webhookSecret').as('secret'),
        ])
        .where('s.webhookOn', '=', true)
        .where(({ exists, selectFrom }) =>
          exists(
            selectFrom('channel_delivery as d')
              .where('d.channel', '=', sql.lit('webhook'))
              .whereRef('d.orgId', '=', 's.orgId')
              .where('d.status', 'in', onTheirWay)
              .where(({ eb, or }) => or([eb('d.nextAt', 'is', null), eb('d.nextAt', '<=', now)]))
              .where('d.attempts', '<', maxAttempts),
          ),
        )
        .orderBy('s.orgPath')
        .execute()
    );
  }

  async sent({ rows, until }: Claim<Claimed>, now: Date): Promise<void> {
    await this.#db
      .updateTable('channel_delivery')
      .set({ status: 'sent', endedAt: now, nextAt: null, lastError: null })
      .where('id', 'in', idsOf(rows))
      .where('status', '=', 'failed')
      .where('nextAt', '=', until)
      .execute();
  }

  /** Sets each row's next attempt, or gives it up. @returns how many were given up */
  async failed({ rows, until }: Claim<Claimed>, error: SendError, now: Date): Promise<number> {
    const ended = rows.filter(({ attempts }) => error.permanent || attempts >= maxAttempts);
    const nextTries = rows.map((row) =>
      ended.includes(row) ? null : new Date(now.getTime() + backOffMs(row.attempts)),
    );
    await this.#db
      .updateTable('channel_delivery as d')
      .from(
        sql<{ id: string; nextAt: Date | null }>`unnest(${idsOf(rows)}::uuid[], ${nextTries}::timestamptz[])`.as<'x'>(
          sql`x (id, next_at)`,
        ),
      )
      .set(({ ref, eb, cast, val }) => {
        const givenUp = eb.case().when('x.nextAt', 'is', null);
        return {
          lastError: error.message,
          nextAt: ref('x.nextAt'),
          status: givenUp
            .then('dead' as const)
            .else('failed' as const)
            .end(),
          endedAt: givenUp.then(cast<Date>(val(now), 'timestamptz')).end(),
        };
      })
      .whereRef('d.id', '=', 'x.id')
      .where('d.status', '=', 'failed')
      .where('d.nextAt', '=', until)
      .execute();
    return ended.length;
  }

  async state(target: Target): Promise<TargetState | null> {
    const state = await this.#db
      .selectFrom('channel_target')
      .select(['failures', 'retryAt'])
      .where('target', '=', target.name)
      .executeTakeFirst();
    return state ?? null;
  }

  async targetFailed(target: Target, failures: number, error: SendError, now: Date): Promise<void> {
    const { name, channel, orgId, orgPath } = target;
    const retryAt = failures >= outageAfter ? new Date(now.getTime() + probeMs(failures)) : null;
    await this.#db
      .insertInto('channel_target')
      .values({ target: name, channel, orgId, orgPath, failures, since: now, retryAt, lastError: error.message })
      .onConflict((conflict) =>
        conflict.column('target').doUpdateSet(({ ref }) => ({
          failures: ref('excluded.failures'),
          retryAt: ref('excluded.retryAt'),
          lastError: ref('excluded.lastError'),
        })),
      )
      .execute();
  }

  /** The target is well again: what waits for its next try because of it need not wait longer. */
  async recovered({ name, channel, orgId }: Target): Promise<void> {
    await this.#db.deleteFrom('channel_target').where('target', '=', name).execute();
    let waiting = this.#db
      .updateTable('channel_delivery')
      .set({ nextAt: null })
      .where('status', '=', 'failed')
      .where('channel', '=', channel)
      .where('lastError', '!=', 'channel.interrupted');
    if (orgId !== null) waiting = waiting.where('orgId', '=', orgId);
    await waiting.execute();
  }
}

const idsOf = (rows: readonly Claimed[]): string[] => rows.map(({ id }) => id);
