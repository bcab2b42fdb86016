import { nameSchemas } from '@lawgate/contracts';
import { z } from 'zod';

const channels = z.enum(['mail', 'webhook']);

/** One address without a display name: a mail server would read a list as several recipients. */
const Email = z
  .string()
  .max(254)
  .regex(/^[^\s@,;:<>"()]+@[^\s@,;:<>"()]+$/, '应为一个邮箱地址');

export const Preference = z
  .strictObject({
    /** A kind of notification (`reminder.T`), its family (`reminder`), or `*`; the most specific one applies. */
    kind: z.string().regex(/^(\*|[a-z][A-Za-z0-9.-]{0,63})$/, '没有这种通知'),
    channel: channels,
    mode: z.enum(['off', 'at-once', 'daily']),
  })
  .refine(({ channel, mode }) => channel === 'mail' || mode !== 'daily', {
    message: '群机器人不支持每日汇总，请改用邮件',
    path: ['mode'],
  });

export const PutPreferences = z
  .strictObject({ email: Email.nullable(), preferences: z.array(Preference).max(100) })
  .refine(
    ({ preferences }) =>
      new Set(preferences.map(({ kind, channel }) => `${kind} ${channel}`)).size === preferences.length,
    { message: '同一种通知在同一渠道只能设置一次', path: ['preferences'] },
  );
export type PutPreferences = z.infer<typeof PutPreferences>;

export const PreferencesView = z.object({
  email: z.string().nullable(),
  /** The channels that the organisation has enabled. */
  channels: z.object({ mail: z.boolean(), webhook: z.boolean() }),
  preferences: z.array(z.object({ kind: z.string(), channel: channels, mode: z.enum(['off', 'at-once', 'daily']) })),
});
export type PreferencesView = z.infer<typeof PreferencesView>;

const kinds = z.enum(['wecom', 'dingtalk']);

export const PutSettings = z.strictObject({
  mail: z.strictObject({ on: z.boolean(), from: Email.nullable() }),
  webhook: z.strictObject({
    on: z.boolean(),
    kind: kinds.nullable(),
    /** If left out, the stored address stays. */
    url: z
      .url({ protocol: /^https?$/, error: '应为 https:// 开头的地址' })
      .max(1000)
      .nullable()
      .optional(),
    /** The secret of 钉钉's 加签. If left out, the stored one stays. */
    secret: z.string().min(1).max(200).nullable().optional(),
  }),
});
export type PutSettings = z.infer<typeof PutSettings>;

export const SettingsView = z.object({
  mail: z.object({ on: z.boolean(), from: z.string().nullable() }),
  webhook: z.object({
    on: z.boolean(),
    kind: kinds.nullable(),
    /** Host and last characters; the whole address contains the robot's key and is not shown again. */
    address: z.string().nullable(),
    /** Whether there is a secret. */
    signed: z.boolean(),
  }),
});
export type SettingsView = z.infer<typeof SettingsView>;

export const IncidentView = z.object({
  id: z.string(),
  channel: channels,
  personId: z.string(),
  error: z.string(),
  attempts: z.number(),
  /** When the notification was made. */
  createdAt: z.string(),
});
export type IncidentView = z.infer<typeof IncidentView>;

export const Incidents = z.object({
  /** Servers and robots that are down at present. */
  outages: z.array(
    z.object({
      channel: channels,
      since: z.string(),
      failures: z.number(),
      retryAt: z.string().nullable(),
      error: z.string(),
    }),
  ),
  /** Deliveries of the organisation that wait or are retried. */
  waiting: z.number(),
  /** Deliveries that were given up, newest first, at most two hundred. */
  items: z.array(IncidentView),
});
export type Incidents = z.infer<typeof Incidents>;

export const Retried = z.object({ id: z.string(), status: z.literal('waiting') });
export type Retried = z.infer<typeof Retried>;

nameSchemas(import.meta.url, {
  ChannelPreference: Preference,
  PutChannelPreferences: PutPreferences,
  ChannelPreferences: PreferencesView,
  PutChannelSettings: PutSettings,
  ChannelSettings: SettingsView,
  ChannelIncident: IncidentView,
  ChannelIncidentList: Incidents,
  RetriedDelivery: Retried,
});
