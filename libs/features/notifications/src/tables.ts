import type { Tables, TablesOf } from '@lawgate/database';
import {
  ChannelDeliveryEntity,
  ChannelPreferenceEntity,
  ChannelSettingEntity,
  ChannelTargetEntity,
} from './channels/channel.entity.ts';
import { CaseCopyEntity, UrgeEntity } from './reminders/urge.entity.ts';

/** The tables that only this feature reads. */
export const notificationEntities = [
  ChannelSettingEntity,
  ChannelPreferenceEntity,
  ChannelDeliveryEntity,
  ChannelTargetEntity,
  UrgeEntity,
  CaseCopyEntity,
] as const;

export interface NotificationTables extends Tables, TablesOf<typeof notificationEntities> {}
