/** Notices and reminders: what the worker delivers, the inbox, and live updates for anyone who looks at a page. */
export { deliveryHandlers, type HandlerParts } from './delivery-handlers.ts';
export { LiveListener } from './live-listener.ts';
export { LiveUpdates } from './live-updates.ts';
export { RemindersHttpModule } from './reminders.http.module.ts';
export { RemindersModule } from './reminders.module.ts';
