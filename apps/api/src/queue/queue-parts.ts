/** What the routes about the queue work with. */
import type { RoleRule } from '@lawgate/http';
import type { BullDeliveryQueue, QueueHealth, QueueLimits } from '@lawgate/jobs';
import type { ProcessMetrics } from '../metrics/process-metrics.ts';

export interface QueueParts {
  /** Only looked at here, and what the administrator does by hand on the board; deliveries are the worker's. */
  readonly queue: BullDeliveryQueue;
  readonly health: QueueHealth;
  readonly limits: QueueLimits;
  readonly metrics: ProcessMetrics;
  /** Reads `/api/metrics` without a login; without it nobody does. */
  readonly metricsToken: string | undefined;
}

export const QUEUE_PARTS = Symbol('QUEUE_PARTS');

export const administratorOnly: RoleRule = {
  roles: ['administrator'],
  code: 'queue.administrator-only',
  detail: '队列由系统管理员查看和处理。请用系统管理员账号登录。',
};
