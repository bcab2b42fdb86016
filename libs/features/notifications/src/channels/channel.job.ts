/** Mail and robots: the job that sends. */
import { CalendarStore, SETTINGS, type RuntimeSettings } from '@lawgate/cases';
import { CLOCK, Database, type Clock } from '@lawgate/database';
import {
  BACKGROUND_ERRORS,
  BackgroundJob,
  type BackgroundErrors,
  type Job,
  type JobHandler,
  type NextRun,
} from '@lawgate/jobs';
import { Inject } from '@nestjs/common';
import type { NotificationTables } from '../tables.ts';
import { ChannelSender } from './channel-sender.ts';
import { DeliveryStore } from './delivery-store.ts';
import { mailPost } from './mail-post.ts';
import { webhookPost } from './webhook-post.ts';

export interface ChannelSettings {
  readonly smtpUrl?: string | undefined;
  readonly mailFrom?: string | undefined;
  /** Where people open the system; without it messages carry no link. */
  readonly publicUrl?: string | undefined;
  /** `host` or `host:port` that robots may have inside the network and without TLS. */
  readonly webhookAllow: readonly string[];
}

export const CHANNEL_SETTINGS = Symbol('CHANNEL_SETTINGS');

/** Between two passes while something waits: a robot takes a message every three seconds; milliseconds. */
const busyMs = 2_000;
/** While nothing but daily mails waits. A new notification brings the next pass forward. */
const idleMs = 60_000;

/**
 * One pass over what is due. Each delivery keeps its own tries and its own reason in `channel_delivery`, and is retried by
 * its own button; a failure of this job is a fault of the pass itself.
 */
@BackgroundJob({
  kind: 'channel.delivery',
  title: '发送邮件与机器人消息',
  queue: 'short',
  schedule: { everyMs: idleMs },
})
export class ChannelJob implements JobHandler {
  readonly #store: DeliveryStore;
  readonly #sender: ChannelSender;

  constructor(
    database: Database<NotificationTables>,
    @Inject(CLOCK) clock: Clock,
    calendars: CalendarStore,
    @Inject(SETTINGS) { openingHour }: RuntimeSettings,
    @Inject(CHANNEL_SETTINGS) settings: ChannelSettings,
    @Inject(BACKGROUND_ERRORS) onError: BackgroundErrors,
  ) {
    this.#store = new DeliveryStore(database);
    this.#sender = new ChannelSender({
      store: this.#store,
      postMail: settings.smtpUrl === undefined ? null : mailPost(settings.smtpUrl),
      postToRobot: webhookPost({ allow: settings.webhookAllow }),
      mailFrom: settings.mailFrom ?? null,
      publicUrl: settings.publicUrl ?? null,
      clock,
      calendar: () => calendars.current(),
      openingHour,
      wallTime: () => new Date(),
      onIncident: (what) => onError(new Error(`channel incident: ${what}`)),
    });
  }

  async run(_job: Job, signal: AbortSignal): Promise<NextRun> {
    await this.#sender.pass(signal);
    return { againMs: (await this.#store.waiting()) ? busyMs : idleMs };
  }
}
