/** Notifications: inbox and reminders, and the external channels. */
export * from './channels/index.ts';
export { NotificationsJobsModule } from './notifications.jobs.module.ts';
export * from './reminders/index.ts';
export { notificationEntities } from './tables.ts';
