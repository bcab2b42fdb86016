import { Inject, Injectable } from '@nestjs/common';
import { HealthIndicatorService, type HealthIndicatorResult } from '@nestjs/terminus';
import { QUEUE_PARTS, type QueueParts } from '../queue/queue-parts.ts';
import { requireReady } from './readiness.ts';

/** Database, queue, and whether background work keeps up. */
@Injectable()
export class QueueHealthIndicator {
  constructor(
    private readonly indicators: HealthIndicatorService,
    @Inject(QUEUE_PARTS) private readonly parts: QueueParts,
  ) {}

  /** @throws ProblemError 503 `server.not-ready` without the database, `queue.unreachable`, `queue.behind` */
  async isReady<Key extends string>(key: Key): Promise<HealthIndicatorResult<Key>> {
    await requireReady(this.parts);
    return this.indicators.check(key).up();
  }
}
