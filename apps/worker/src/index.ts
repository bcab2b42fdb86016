export { startBackground } from './start-background.ts';
export { startWorker, type Worker, type WorkerOptions } from './worker.ts';
