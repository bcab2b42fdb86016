/** A kind of background work: what it is called, how often it is tried, and who does it. */
import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';

export interface JobKind {
  /** Dotted, as in the column `job.kind`. */
  readonly kind: string;
  /** Chinese, for the operator. */
  readonly title: string;
  /** `short`: seconds. `long`: minutes to hours; a short job never waits for one. */
  readonly queue: 'short' | 'long';
  /** Tries before the job is given up; default {@link defaultMaxAttempts}. */
  readonly maxAttempts?: number;
  /** So many waiting jobs of this kind go to a worker together, which does them one after the other; default 1. */
  readonly batch?: number;
  /** A job that writes itself, instead of being written by a feature. */
  readonly schedule?: JobSchedule;
}

/** When a scheduled job runs again. */
export type JobSchedule =
  /** Milliseconds of wall time after the end of a run. A handler may answer with another interval. */
  | { readonly everyMs: number }
  /** The instant of the application's clock after `now`; a clock that jumps past it makes the job due. */
  | { readonly after: (now: Date) => Date };

export const defaultMaxAttempts = 8;
const firstRetryMs = 5_000;
const maxRetryMs = 3_600_000;

/** Milliseconds of wall time after the failure of this number (from 1): 5, 10, 20, … seconds, an hour at most. */
export function jobRetryMs(attempt: number): number {
  return Math.min(maxRetryMs, firstRetryMs * 2 ** (attempt - 1));
}

export interface Job {
  readonly id: string;
  readonly kind: string;
  /** What it is about; a scheduled job has {@link scheduledKey}. */
  readonly key: string;
  readonly payload: Readonly<Record<string, unknown>>;
  /** From 1. */
  readonly attempt: number;
  readonly maxAttempts: number;
}

export const scheduledKey = 'schedule';

export interface NextRun {
  /** Milliseconds of wall time until the next run of a scheduled job, instead of its interval. */
  readonly againMs: number;
}

export interface JobHandler {
  /**
   * Does the job. It may be done in part already, and may be begun a second time by another process: what is done by then
   * must be seen as done. A job that was asked to stop by `signal` and threw, or returned, does not count as tried.
   *
   * @throws Error the job is tried again later; {@link NotYetError} it is tried again soon, without counting
   */
  run(job: Job, signal: AbortSignal): Promise<NextRun | void>;
  /** The last try failed, or took the process with it: what the feature shows of it. */
  giveUp?(job: Job): Promise<void>;
}

/** What the job needs is not there yet: its turn comes again, without counting as tried. */
export class NotYetError extends Error {
  /** @param inMs milliseconds of wall time until then */
  constructor(readonly inMs = 1_000) {
    super('not yet');
  }
}

export const JOB_KIND = 'lawgate:job-kind';

/** Makes a provider the handler of one kind of job. The worker finds it in the modules that it is made of. */
export function BackgroundJob(kind: JobKind): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(JOB_KIND, kind)) as ClassDecorator;
}
