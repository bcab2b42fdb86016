import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** One notice of one person; written by the worker, marked as read by the person. */
export const NotificationEntity = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    id: p.uuid().primary(),
    personId: p.uuid(),
    caseId: p.uuid().nullable(),
    kind: p.text(),
    text: p.text(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
  },
});
export type NotificationRow = InferEntity<typeof NotificationEntity>;
