/**
 * The rows of channels, as the worker takes, marks and gives up deliveries. Works as `lawgate_worker`, for every town.
 */
import type pg from 'pg';
import { backOffMs, maxAttempts, outageAfter, probeMs } from './back-off.ts';
import type { SentNotice } from './channel-text.ts';
import type { RobotKind } from './robot-message.ts';
import type { SendError } from './send-error.ts';

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

/** `mail` serves all; a robot belongs to one organisation. */
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
 * How long a row is this process's alone after it was taken; milliseconds. Longer than any try, so that a second
 * process (the lead may change hands in the middle of one) does not send the same row.
 */
const leaseMs = 60_000;

/** $1 is always the present wall time. */
const due = `d.status in ('waiting', 'failed') and (d.next_at is null or d.next_at <= $1) and d.attempts < ${maxAttempts}`;

/** Takes the rows whose ids `taken` selects. Anyone who dies now leaves a row that says so, and that comes again. */
const claim = (taken: string, columns: string, joins: string): string => `
  with taken as materialized (${taken}),
  mine as (
    update channel_delivery d
       set attempts = d.attempts + 1, status = 'failed', next_at = $2, last_error = 'channel.interrupted'
      from taken where d.id = taken.id and ${due}
    returning d.id, d.attempts, d.notification_id, d.person_id, d.org_id)
  select m.id, m.attempts, n.text, n.case_id as "caseId"${columns}
    from mine m join notification n on n.id = m.notification_id ${joins}
   order by n.created_at, n.id`;

const mailColumns = ', p.email, s.mail_from as "mailFrom"';
const mailJoins = 'join person p on p.id = m.person_id join channel_setting s on s.org_id = m.org_id';

/** One mail: of the fewest tries, the oldest. Runs once a mail, so it reads no more than that one row's index entry. */
export const claimMail = claim(
  `select d.id from channel_delivery d where d.channel = 'mail' and not d.digest and ${due}
    order by d.attempts, d.created_at, d.id limit 1 for update skip locked`,
  mailColumns,
  mailJoins,
);
/** $3: what was sent before this opening of the office belongs into the mail; one person's, at most two hundred. */
const claimDigest = claim(
  `select d.id from channel_delivery d
    where d.channel = 'mail' and d.digest and d.created_at < $3 and ${due}
      and d.person_id = (select d.person_id from channel_delivery d
                          where d.channel = 'mail' and d.digest and d.created_at < $3 and ${due}
                          order by d.attempts, d.created_at, d.id limit 1)
    order by d.created_at, d.id limit 200 for update skip locked`,
  mailColumns,
  mailJoins,
);
/**
 * $3: the organisation; $4: texts of one message. A text that was sent to several people is one line, and all its rows.
 */
const claimRobot = claim(
  `select d.id from channel_delivery d join notification n on n.id = d.notification_id
     join (select n.case_id, n.text from channel_delivery d join notification n on n.id = d.notification_id
            where d.channel = 'webhook' and d.org_id = $3 and ${due}
            group by n.case_id, n.text order by min(d.attempts), min(d.created_at), n.text limit $4) x
       on x.text = n.text and x.case_id is not distinct from n.case_id
    where d.channel = 'webhook' and d.org_id = $3 and ${due} for update of d skip locked`,
  '',
  '',
);

/** What was taken, and until when this worker holds it: marks only touch rows that nobody has taken since. */
export interface Claim<T extends Claimed> {
  readonly rows: readonly T[];
  readonly until: Date;
}

export class DeliveryStore {
  constructor(private readonly pool: pg.Pool) {}

  /** Whether anything waits that is no daily mail. */
  async waiting(): Promise<boolean> {
    const { rows } = await this.pool.query<{ waiting: boolean }>(
      `select exists (select from channel_delivery where channel = 'mail' and status in ('waiting', 'failed') and not digest)
           or exists (select from channel_delivery where channel = 'webhook' and status in ('waiting', 'failed')) as waiting`,
    );
    return rows[0]?.waiting === true;
  }

  /** Ends what nobody wants any more, and what was interrupted at its last try. */
  async sweep(now: Date): Promise<void> {
    await this.pool.query(
      `update channel_delivery d set status = 'dropped', ended_at = $1 from person p
         left join channel_setting s on s.org_id = p.org_id
        where p.id = d.person_id and d.status in ('waiting', 'failed') and (d.next_at is null or d.next_at <= $1)
          and (not p.active or not case d.channel when 'mail' then coalesce(s.mail_on, false) and p.email is not null
                                                  else coalesce(s.webhook_on, false) end)`,
      [now],
    );
    await this.pool.query(
      `update channel_delivery set status = 'dead', ended_at = $1
        where status = 'failed' and attempts >= ${maxAttempts} and next_at <= $1`,
      [now],
    );
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
    const { rows } = await this.pool.query<T & pg.QueryResultRow>(text, [now, until, ...more]);
    return { rows, until };
  }

  /** Robots for which something is due. */
  async robots(now: Date): Promise<Robot[]> {
    const { rows } = await this.pool.query<Robot>(
      `select s.org_id as "orgId", s.org_path as "orgPath", s.webhook_kind as kind, s.webhook_url as url,
              s.webhook_secret as secret
         from channel_setting s
        where s.webhook_on and exists (select from channel_delivery d
                                        where d.channel = 'webhook' and d.org_id = s.org_id and ${due})
        order by s.org_path`,
      [now],
    );
    return rows;
  }

  async sent({ rows, until }: Claim<Claimed>, now: Date): Promise<void> {
    await this.pool.query(
      `update channel_delivery set status = 'sent', ended_at = $3, next_at = null, last_error = null
        where id = any($1) and status = 'failed' and next_at = $2`,
      [rows.map(({ id }) => id), until, now],
    );
  }

  /** Sets each row's next try, or gives it up. @returns how many were given up */
  async failed({ rows, until }: Claim<Claimed>, error: SendError, now: Date): Promise<number> {
    const ended = rows.filter(({ attempts }) => error.permanent || attempts >= maxAttempts);
    await this.pool.query(
      `update channel_delivery d set last_error = $3, next_at = x.next_at,
              status = case when x.next_at is null then 'dead' else 'failed' end,
              ended_at = case when x.next_at is null then $4::timestamptz end
         from unnest($1::uuid[], $5::timestamptz[]) as x (id, next_at)
        where d.id = x.id and d.status = 'failed' and d.next_at = $2`,
      [
        rows.map(({ id }) => id),
        until,
        error.message,
        now,
        rows.map((row) => (ended.includes(row) ? null : new Date(now.getTime() + backOffMs(row.attempts)))),
      ],
    );
    return ended.length;
  }

  async state(target: Target): Promise<TargetState | null> {
    const { rows } = await this.pool.query<TargetState>(
      'select failures, retry_at as "retryAt" from channel_target where target = $1',
      [target.name],
    );
    return rows[0] ?? null;
  }

  async targetFailed(target: Target, failures: number, error: SendError, now: Date): Promise<void> {
    await this.pool.query(
      `insert into channel_target (target, channel, org_id, org_path, failures, since, retry_at, last_error)
       values ($1, $2, $3, $4, $5, $6, $7, $8)
       on conflict (target) do update
          set failures = excluded.failures, retry_at = excluded.retry_at, last_error = excluded.last_error`,
      [
        target.name,
        target.channel,
        target.orgId,
        target.orgPath,
        failures,
        now,
        failures >= outageAfter ? new Date(now.getTime() + probeMs(failures)) : null,
        error.message,
      ],
    );
  }

  /** The target is well again: what waits for its next try because of it need not wait longer. */
  async recovered(target: Target): Promise<void> {
    await this.pool.query('delete from channel_target where target = $1', [target.name]);
    await this.pool.query(
      `update channel_delivery set next_at = null
        where status = 'failed' and channel = $1 and ($2::uuid is null or org_id = $2)
          and last_error not in ('channel.interrupted')`,
      [target.channel, target.orgId],
    );
  }
}
