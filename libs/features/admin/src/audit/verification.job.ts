import { CLOCK, Database, type Clock } from '@lawgate/database';
import { BackgroundJob, type Job, type JobHandler } from '@lawgate/jobs';
import { Inject } from '@nestjs/common';
import type { AdminTables } from '../tables.ts';
import { giveUpVerification, runVerification, verificationKind } from './verification-run.ts';

/** Its key is the verification. */
@BackgroundJob({ kind: verificationKind, title: '核验记录链', queue: 'long', maxAttempts: 3 })
export class VerificationJob implements JobHandler {
  constructor(
    private readonly database: Database<AdminTables>,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return runVerification(this.database, key, () => this.clock.now(), signal);
  }

  giveUp({ key }: Job): Promise<void> {
    return giveUpVerification(this.database, key, this.clock.now());
  }
}
