import { APP_POOL } from '@lawgate/database';
import { BackgroundJob, NotYetError, type Job, type JobHandler } from '@lawgate/jobs';
import { Inject } from '@nestjs/common';
import type pg from 'pg';
import { CaseRuntime } from '../commit/case-runtime.ts';
import { CalendarRecount } from './calendar-recount.ts';

const graceMs = 10_000;

/** Its key is the change of the calendar; one pass also settles the other changes. */
@BackgroundJob({ kind: 'calendar.recount', title: '按新日历重算期限', queue: 'long' })
export class CalendarRecountJob implements JobHandler {
  readonly #recount: CalendarRecount;

  constructor(@Inject(APP_POOL) pool: pg.Pool, runtime: CaseRuntime) {
    this.#recount = new CalendarRecount(pool, runtime, { graceMs });
  }

  async run(_job: Job, signal: AbortSignal): Promise<void> {
    if (!(await this.#recount.run(signal))) throw new NotYetError(graceMs);
  }
}
