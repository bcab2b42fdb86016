export { apiEntities } from './entities.ts';
export { createHttpApp, defaultMaxUploadBytes, type HttpOptions } from './http-app.ts';
export { openQueueParts, type QueuePartsOptions } from './queue/open-queue-parts.ts';
