/** What people are told: inbox and reminders, and the channels outside. */
export * from './channels/index.ts';
export * from './reminders/index.ts';
export { notificationEntities } from './tables.ts';
