import { openQueue, QueueHealth, type QueueLimits } from '@lawgate/jobs';
import type { OpenRuntime } from '@lawgate/cases';
import type { QueueParts } from './queue-parts.ts';

export interface QueuePartsOptions {
  readonly queueUrl: string;
  readonly queueLimits: QueueLimits;
  readonly metricsToken: string | undefined;
  readonly onError: (error: Error) => void;
}

/** The caller closes the queue. */
export function openQueueParts(parts: OpenRuntime, options: QueuePartsOptions): QueueParts {
  const queue = openQueue({ url: options.queueUrl, onError: options.onError });
  return {
    queue,
    health: new QueueHealth(parts.appPool, queue, parts.clock),
    limits: options.queueLimits,
    metricsToken: options.metricsToken,
  };
}
