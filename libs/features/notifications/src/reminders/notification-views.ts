import { nameSchemas } from '@lawgate/contracts';
import { z } from 'zod';

export const NotificationView = z.object({
  id: z.string(),
  /**
   * `task-opened`, `reminder.T-2`, `reminder.T-1`, `reminder.T`, `reminder.overdue`, `reminder.overdue-2` and so on,
   * `clock-reminder.window`, `clock-reminder.T-2` and so on, `clock.lapsed`, `clock.threatened`, `urge`, `copy`, or a
   * workflow's own notice.
   */
  kind: z.string(),
  text: z.string(),
  caseId: z.string().nullable(),
  createdAt: z.string(),
  readAt: z.string().nullable(),
});
export type NotificationView = z.infer<typeof NotificationView>;

export const Inbox = z.object({
  items: z.array(NotificationView),
  /** Number of unread ones in the whole inbox, not only on this page. */
  unread: z.number(),
  next: z.string().nullable(),
});
export type Inbox = z.infer<typeof Inbox>;

export const ReadAllAnswer = z.object({ read: z.number(), unread: z.number() });
export type ReadAllAnswer = z.infer<typeof ReadAllAnswer>;

nameSchemas(import.meta.url, { Notification: NotificationView, Inbox, ReadAllAnswer });

export const InboxQuery = z.object({
  unread: z.enum(['true', 'false']).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type InboxQuery = z.infer<typeof InboxQuery>;
