/** What the routes about the queue work with. */
import { ProblemError, type Principal } from '@lawgate/contracts';
import type { BullDeliveryQueue, QueueHealth, QueueLimits } from '@lawgate/jobs';

export interface QueueParts {
  /** Only looked at here, and what the administrator does by hand on the board; deliveries are the worker's. */
  readonly queue: BullDeliveryQueue;
  readonly health: QueueHealth;
  readonly limits: QueueLimits;
  /** Reads `/api/metrics` without a login; without it nobody does. */
  readonly metricsToken: string | undefined;
}

export const QUEUE_PARTS = Symbol('QUEUE_PARTS');

/** @throws ProblemError 403 `queue.administrator-only` */
export function requireAdministrator(principal: Principal): void {
  if (principal.roles.includes('administrator')) return;
  throw new ProblemError(403, 'queue.administrator-only', '队列由系统管理员查看和处理。请用系统管理员账号登录。');
}
