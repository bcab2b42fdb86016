import { p } from '@mikro-orm/postgresql';
import { defineEntity, NotificationEntity, PersonEntity } from '@lawgate/database';
import type { GeneratedAlways } from 'kysely';

/** The channels of an organisation. The application role has no right to read the robot's address and secret. */
export const ChannelSettingEntity = defineEntity({
  name: 'ChannelSetting',
  tableName: 'channel_setting',
  properties: {
    orgId: p.uuid().primary(),
    orgPath: p.text().primary(),
    mailOn: p.boolean().default(false),
    mailFrom: p.text().nullable(),
    webhookOn: p.boolean().default(false),
    webhookKind: p.enum(['wecom', 'dingtalk'] as const).nullable(),
    webhookUrl: p.text().nullable().lazy(),
    webhookShown: p.text().nullable(),
    webhookSecret: p.text().nullable().lazy(),
    webhookSigned: p.boolean().$type<GeneratedAlways<boolean>>().generated('(webhook_secret IS NOT NULL) stored'),
  },
});

/** What a person wants of one channel for one kind of notice. */
export const ChannelPreferenceEntity = defineEntity({
  name: 'ChannelPreference',
  tableName: 'channel_preference',
  properties: {
    personId: () => p.manyToOne(PersonEntity).mapToPk().fieldName('person_id').primary(),
    kind: p.text().primary(),
    channel: p.enum(['mail', 'webhook'] as const).primary(),
    mode: p.text().$type<'off' | 'at-once' | 'daily'>(),
  },
});

/** One notification on its way through one channel. */
export const ChannelDeliveryEntity = defineEntity({
  name: 'ChannelDelivery',
  tableName: 'channel_delivery',
  properties: {
    id: p.uuid().primary(),
    notificationId: () => p.manyToOne(NotificationEntity).mapToPk().fieldName('notification_id').deleteRule('cascade'),
    personId: () => p.manyToOne(PersonEntity).mapToPk().fieldName('person_id'),
    orgId: p.uuid(),
    orgPath: p.text(),
    channel: p.enum(['mail', 'webhook'] as const),
    digest: p.boolean(),
    status: p.enum(['waiting', 'failed', 'dead', 'sent', 'dropped'] as const).default('waiting'),
    attempts: p.integer().default(0),
    nextAt: p.datetime().nullable(),
    lastError: p.text().nullable(),
    createdAt: p.datetime(),
    endedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'channel_delivery_notification_id_channel_key', properties: ['notificationId', 'channel'] }],
});

/** A server or robot that does not answer. */
export const ChannelTargetEntity = defineEntity({
  name: 'ChannelTarget',
  tableName: 'channel_target',
  properties: {
    target: p.text().primary(),
    orgId: p.uuid().nullable(),
    orgPath: p.text().nullable(),
    channel: p.enum(['mail', 'webhook'] as const),
    failures: p.integer(),
    since: p.datetime(),
    retryAt: p.datetime().nullable(),
    lastError: p.text(),
  },
});
