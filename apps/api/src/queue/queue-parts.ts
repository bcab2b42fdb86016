/** Dependencies of the routes about the queue. */
import type { RoleRule } from '@lawgate/http';
import type { BullDeliveryQueue, QueueHealth, QueueLimits } from '@lawgate/jobs';
import type { ProcessMetrics } from '../metrics/process-metrics.ts';

export interface QueueParts {
  /** Used for reading and for actions of the administrator on the board; the worker handles deliveries. */
  readonly queue: BullDeliveryQueue;
  readonly health: QueueHealth;
  readonly limits: QueueLimits;
  readonly metrics: ProcessMetrics;
  /** Token for `/api/metrics` without a login; undefined disables that. */
  readonly metricsToken: string | undefined;
}

export const QUEUE_PARTS = Symbol('QUEUE_PARTS');

export const administratorOnly: RoleRule = {
  roles: ['administrator'],
  code: 'queue.administrator-only',
  detail: '队列由系统管理员查看和处理。请用系统管理员账号登录。',
};
