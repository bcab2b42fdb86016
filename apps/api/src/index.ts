export { createHttpApp, type HttpOptions } from './http-app.ts';
export { OpenApiError } from './openapi/schema-components.ts';
export { openApiWithoutServer } from './openapi/without-server.ts';
export { startApi, type ApiOptions } from './start-api.ts';
export { openQueueParts, type QueuePartsOptions } from './queue/open-queue-parts.ts';
