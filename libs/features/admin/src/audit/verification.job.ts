import { APP_POOL, CLOCK, type Clock } from '@lawgate/database';
import { BackgroundJob, type Job, type JobHandler } from '@lawgate/jobs';
import { Inject } from '@nestjs/common';
import type pg from 'pg';
import { giveUpVerification, runVerification, verificationKind } from './verification-run.ts';

/** Its key is the verification. */
@BackgroundJob({ kind: verificationKind, title: '核验记录链', queue: 'long', maxAttempts: 3 })
export class VerificationJob implements JobHandler {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return runVerification(this.pool, key, () => this.clock.now(), signal);
  }

  giveUp({ key }: Job): Promise<void> {
    return giveUpVerification(this.pool, key, this.clock.now());
  }
}
