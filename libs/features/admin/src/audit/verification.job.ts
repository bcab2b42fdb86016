import { CLOCK, Database, type Clock } from '@lawgate/database';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { BackgroundJob, type Job, type JobHandler } from '@lawgate/jobs';
import { Inject, Optional } from '@nestjs/common';
import type { AdminTables } from '../tables.ts';
import { giveUpVerification, runVerification, verificationKind } from './verification-run.ts';

/** The key of the job is the id of the verification. */
@BackgroundJob({ kind: verificationKind, title: '核验记录链', queue: 'long', maxAttempts: 3 })
export class VerificationJob implements JobHandler {
  constructor(
    private readonly database: Database<AdminTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    @Optional() @Inject(CONTENT_STORE) private readonly store?: ContentStore,
  ) {}

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return runVerification(this.database, key, () => this.clock.now(), signal, this.store);
  }

  giveUp({ key }: Job): Promise<void> {
    return giveUpVerification(this.database, key, this.clock.now());
  }
}
