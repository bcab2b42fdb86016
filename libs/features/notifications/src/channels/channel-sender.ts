/**
 * Sends due deliveries. A row is claimed (attempt counted, lease set) before it is sent and marked afterwards, so that
 * it is sent at least once, and twice only when the process dies between the server's acceptance and the mark.
 */
import type { Calendar } from '@lawgate/calendar';
import type { Clock } from '@lawgate/database';
import { createHash } from 'node:crypto';
import { outageAfter } from './back-off.ts';
import { linesPerMessage, mailText, robotText } from './channel-text.ts';
import type { Claim, Claimed, ClaimedMail, DeliveryStore, Robot, Target } from './delivery-store.ts';
import type { PostMail } from './mail-post.ts';
import { lastOpening } from './opening.ts';
import { robotRequest } from './robot-message.ts';
import { SendError } from './send-error.ts';
import type { PostToRobot } from './webhook-post.ts';

export interface SenderParts {
  readonly store: DeliveryStore;
  /** Null where no mail server is configured: mails then fail as if the server were down, and the incident says so. */
  readonly postMail: PostMail | null;
  readonly postToRobot: PostToRobot;
  /** Sender for organisations that have set none of their own. */
  readonly mailFrom: string | null;
  readonly publicUrl: string | null;
  /** The application's time, used only for the daily mail. */
  readonly clock: Clock;
  readonly calendar: () => Calendar;
  readonly openingHour: string;
  /** Wall time, because an outage of a server passes even if the application's clock does not move. */
  readonly wallTime: () => Date;
  /** Called when deliveries were given up, or a server or robot was found to be down. */
  readonly onIncident: (what: string) => void;
}

/** Milliseconds between two messages to one robot; both kinds refuse more than twenty a minute. */
const robotGapMs = 3_000;

const mailTarget: Target = { name: 'mail', channel: 'mail', orgId: null, orgPath: null };

export class ChannelSender {
  readonly #lastMessage = new Map<string, number>();

  constructor(private readonly parts: SenderParts) {}

  /**
   * Sends mail and to robots concurrently, so that a slow one does not delay the others. Ends early when `signal` is
   * aborted.
   */
  async pass(signal?: AbortSignal): Promise<void> {
    const { store, wallTime } = this.parts;
    await store.sweep(wallTime());
    const robots = await store.robots(wallTime());
    const ended = await Promise.allSettled([this.#mails(signal), ...robots.map((robot) => this.#robot(robot))]);
    const fault = ended.find((one) => one.status === 'rejected');
    if (fault !== undefined) throw fault.reason;
  }

  async #mails(signal?: AbortSignal): Promise<void> {
    const { store, wallTime } = this.parts;
    // Single mails until there are none, then the daily ones.
    for (const next of [() => store.claimMail(wallTime()), () => this.#nextDigest()]) {
      for (;;) {
        if (signal?.aborted === true) return;
        const failures = await this.#mayTry(mailTarget);
        if (failures === null) return;
        const claim = await next();
        if (claim.rows.length === 0) break;
        await this.#try(mailTarget, failures, claim, () => this.#mail(claim));
      }
    }
  }

  #nextDigest(): Promise<Claim<ClaimedMail>> {
    const { store, clock, calendar, openingHour, wallTime } = this.parts;
    return store.claimDigest(wallTime(), lastOpening(calendar(), clock.now(), openingHour));
  }

  async #mail({ rows }: Claim<ClaimedMail>): Promise<void> {
    const { postMail, mailFrom, publicUrl } = this.parts;
    const [first] = rows;
    const from = first?.mailFrom ?? mailFrom;
    if (postMail === null) throw new SendError('channel.not-configured', 'SMTP_URL');
    // An organisation without a sender is not a fault of the server, which serves others.
    if (from === null || first === undefined) throw new SendError('channel.not-configured', 'MAIL_FROM', 'message');
    await postMail({ from, to: first.email, ...mailText(rows, publicUrl), messageId: messageId(rows, from) });
  }

  async #robot(robot: Robot): Promise<void> {
    const { store, postToRobot, publicUrl, wallTime } = this.parts;
    const target: Target = {
      name: `webhook:${robot.orgId}`,
      channel: 'webhook',
      orgId: robot.orgId,
      orgPath: robot.orgPath,
    };
    const now = wallTime();
    if (now.getTime() - (this.#lastMessage.get(robot.orgId) ?? -Infinity) < robotGapMs) return;
    const failures = await this.#mayTry(target);
    if (failures === null) return;
    // A probe uses an attempt of one text, not of eight.
    const claim = await store.claimRobot(now, robot.orgId, failures >= outageAfter ? 1 : linesPerMessage);
    if (claim.rows.length === 0) return;
    this.#lastMessage.set(robot.orgId, now.getTime());
    await this.#try(target, failures, claim, async () => {
      const message = robotText(distinct(claim.rows), publicUrl);
      await postToRobot(robotRequest(robot.kind, robot.url, robot.secret, message, wallTime()));
    });
  }

  /** The target's number of failures in a row; null while it is down and its next probe is not due. */
  async #mayTry(target: Target): Promise<number | null> {
    const state = await this.parts.store.state(target);
    if (state === null) return 0;
    return state.retryAt !== null && state.retryAt > this.parts.wallTime() ? null : state.failures;
  }

  async #try(target: Target, failures: number, claim: Claim<Claimed>, send: () => Promise<void>): Promise<void> {
    const { store, wallTime, onIncident } = this.parts;
    try {
      await send();
    } catch (error) {
      // Any other error is treated as a fault of the server; it must not prevent the row from being marked.
      const why = error instanceof SendError ? error : new SendError('channel.unreachable', (error as Error).name);
      const dead = await store.failed(claim, why, wallTime());
      if (dead > 0) onIncident(`${target.name}: ${dead} given up, ${why.message}`);
      if (why.blame === 'target') {
        await store.targetFailed(target, failures + 1, why, wallTime());
        if (failures + 1 === outageAfter) onIncident(`${target.name}: away, ${why.message}`);
      } else if (failures > 0) await store.recovered(target);
      return;
    }
    await store.sent(claim, wallTime());
    if (failures > 0) await store.recovered(target);
  }
}

/** Depends only on the content, so that every attempt has the same id. */
function messageId(rows: readonly Claimed[], from: string): string {
  const [first] = rows;
  const ids = rows.map(({ id }) => id).sort();
  const name = ids.length === 1 ? first?.id : createHash('sha256').update(ids.join(' ')).digest('hex').slice(0, 32);
  return `<${name}@${from.slice(from.lastIndexOf('@') + 1)}>`;
}

function distinct(rows: readonly Claimed[]): Claimed[] {
  return [...new Map(rows.map((row) => [`${row.caseId} ${row.text}`, row])).values()];
}
