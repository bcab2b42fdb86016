/** The loop of the worker that sends. */
import type { ExtraLoop, OpenRuntime } from '@lawgate/cases';
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

/** Between two looks at what is due; milliseconds. */
const everyMs = 2_000;

/** @param parts opened with role `lawgate_worker` */
export function channelLoop(
  parts: OpenRuntime,
  settings: ChannelSettings,
  onIncident: (what: string) => void,
): ExtraLoop {
  const sender = new ChannelSender({
    store: new DeliveryStore(parts.appPool),
    postMail: settings.smtpUrl === undefined ? null : mailPost(settings.smtpUrl),
    postToRobot: webhookPost({ allow: settings.webhookAllow }),
    mailFrom: settings.mailFrom ?? null,
    publicUrl: settings.publicUrl ?? null,
    clock: parts.clock,
    calendar: () => parts.calendars.current(),
    openingHour: parts.settings.openingHour,
    wallTime: () => new Date(),
    onIncident,
  });
  return { work: (signal) => sender.pass(signal), everyMs };
}
