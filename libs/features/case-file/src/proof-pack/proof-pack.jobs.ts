/** Making packs, and letting go of old ones. */
import { CalendarStore, DefinitionRegistry, RuleSetStore } from '@lawgate/cases';
import { CLOCK, Database, type Clock } from '@lawgate/database';
import { CONTENT_STORE, type ContentStore } from '@lawgate/files';
import { BackgroundJob, type Job, type JobHandler } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import type { CaseFileTables } from '../tables.ts';
import { packKind } from './pack-store.ts';
import { packAttempts, ProofPackRun } from './proof-pack-run.ts';

@Injectable()
export class ProofPackMaker extends ProofPackRun {
  constructor(
    database: Database<CaseFileTables>,
    @Inject(CLOCK) clock: Clock,
    definitions: DefinitionRegistry,
    calendars: CalendarStore,
    ruleSets: RuleSetStore,
    @Inject(CONTENT_STORE) store: ContentStore,
  ) {
    super({ database, clock, definitions, calendars, ruleSets }, store);
  }
}

/** Its key is the pack. */
@BackgroundJob({ kind: packKind, title: '制作履职证明包', queue: 'long', maxAttempts: packAttempts })
export class ProofPackJob implements JobHandler {
  constructor(private readonly packs: ProofPackMaker) {}

  run({ key }: Job, signal: AbortSignal): Promise<void> {
    return this.packs.run(key, signal);
  }

  giveUp({ key }: Job): Promise<void> {
    return this.packs.giveUp(key);
  }
}

const expireEveryMs = 3_600_000;

/** A request for an old pack is refused at once; this only lets go of its bytes. */
@BackgroundJob({
  kind: 'case-file.pack-expiry',
  title: '清理到期证明包',
  queue: 'short',
  schedule: { everyMs: expireEveryMs },
})
export class ProofPackExpiryJob implements JobHandler {
  constructor(private readonly packs: ProofPackMaker) {}

  run(): Promise<void> {
    return this.packs.expire();
  }
}
