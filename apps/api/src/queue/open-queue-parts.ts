import { openQueue, QueueHealth, type QueueLimits } from '@lawgate/jobs';
import type { OpenRuntime } from '@lawgate/cases';
import { ProcessMetrics } from '../metrics/process-metrics.ts';
import type { QueueParts } from './queue-parts.ts';

export interface QueuePartsOptions {
  readonly queueUrl: string;
  readonly queueLimits: QueueLimits;
  readonly metricsToken: string | undefined;
  readonly onError: (error: Error) => void;
}

/** The caller closes the queue and the metrics. */
export function openQueueParts(parts: OpenRuntime, options: QueuePartsOptions): QueueParts {
  const queue = openQueue({ url: options.queueUrl, onError: options.onError });
  return {
    queue,
    health: new QueueHealth(parts.appPool, queue, parts.clock),
    limits: options.queueLimits,
    metrics: new ProcessMetrics({ app: parts.appPool }),
    metricsToken: options.metricsToken,
  };
}
