import type { AnsweredRequest } from '@lawgate/http';
import type { ProcessLog } from '@lawgate/process';

/** Called every few seconds by monitoring. */
const probes = new Set(['/api/health/live', '/api/health/ready', '/api/metrics']);

/** One line for each answer: a fault is an error, a 503 a warning, a successful probe is logged at level debug. */
export function logRequest(logger: ProcessLog, answered: AnsweredRequest): void {
  const { status, route, durationMs } = answered;
  const line = { ...answered, durationMs: Math.round(durationMs * 10) / 10 };
  if (status === 503) logger.warn(line, 'request');
  else if (status >= 500) logger.error(line, 'request');
  else if (route !== null && probes.has(route)) logger.debug(line, 'request');
  else logger.info(line, 'request');
}
