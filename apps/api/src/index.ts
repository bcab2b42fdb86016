export { apiEntities } from './entities.ts';
export { createHttpApp, defaultMaxUploadBytes, type HttpOptions } from './http-app.ts';
export { toProblem } from './problem.filter.ts';
