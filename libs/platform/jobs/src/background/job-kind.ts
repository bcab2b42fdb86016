/** A kind of background work: its name, its number of attempts, and its handler. */
import { Injectable, SetMetadata, applyDecorators } from '@nestjs/common';

export interface JobKind {
  /** Dotted, as in the column `job.kind`. */
  readonly kind: string;
  /** Title in Chinese, for the operator. */
  readonly title: string;
  /** `short`: seconds. `long`: minutes to hours; a short job never waits for a long one. */
  readonly queue: 'short' | 'long';
  /** Attempts before the job is given up; default {@link defaultMaxAttempts}. */
  readonly maxAttempts?: number;
  /**
   * Number of waiting jobs of this kind that are delivered to a worker together, which runs them in sequence; default
   * 1.
   */
  readonly batch?: number;
  /** For a job that runs periodically, instead of being added by a feature. */
  readonly schedule?: JobSchedule;
}

/** When a scheduled job runs again. */
export type JobSchedule =
  /** Milliseconds of wall time after the end of a run. A handler may return another interval. */
  | { readonly everyMs: number }
  /** The instant of the application's clock after `now`; a clock that jumps past it makes the job due. */
  | { readonly after: (now: Date) => Date };

export const defaultMaxAttempts = 8;
const firstRetryMs = 5_000;
const maxRetryMs = 3_600_000;

/** Milliseconds of wall time to wait after the n-th failure (from 1): 5, 10, 20, … seconds, at most an hour. */
export function jobRetryMs(attempt: number): number {
  return Math.min(maxRetryMs, firstRetryMs * 2 ** (attempt - 1));
}

export interface Job {
  readonly id: string;
  readonly kind: string;
  /** The subject of the job; a scheduled job has {@link scheduledKey}. */
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
   * Runs the job. Must be idempotent: the job may have been done in part already, and may be started a second time by
   * another process. A job that `signal` asked to stop and that threw, or returned, does not count as an attempt.
   *
   * @throws Error the job is retried later; {@link NotYetError} it is retried soon, without counting
   */
  run(job: Job, signal: AbortSignal): Promise<NextRun | void>;
  /** Called when the last attempt failed, or ended with its process, so that the feature can show it. */
  giveUp?(job: Job): Promise<void>;
}

/** A precondition of the job is not met yet: it is retried without counting as an attempt. */
export class NotYetError extends Error {
  /** @param inMs milliseconds of wall time until then */
  constructor(readonly inMs = 1_000) {
    super('not yet');
  }
}

export const JOB_KIND = 'lawgate:job-kind';

/** Makes a provider the handler of one kind of job. The worker finds it in its modules. */
export function BackgroundJob(kind: JobKind): ClassDecorator {
  return applyDecorators(Injectable(), SetMetadata(JOB_KIND, kind)) as ClassDecorator;
}
