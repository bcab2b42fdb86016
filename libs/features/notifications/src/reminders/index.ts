/** Notices and reminders: delivery handlers, the inbox, and live updates of open pages. */
export { deliveryHandlers, type HandlerParts } from './delivery-handlers.ts';
export { LiveListener } from './live-listener.ts';
export { LiveUpdates } from './live-updates.ts';
export { RemindersHttpModule } from './reminders.http.module.ts';
export { RemindersModule } from './reminders.module.ts';
