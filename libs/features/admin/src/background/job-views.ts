/** Background work as shown to the operator: kinds, counts, times and reasons; no text of a case. */
import { nameSchemas } from '@lawgate/contracts';
import { z } from 'zod';

export const JobKindView = z.object({
  kind: z.string(),
  /** Title in Chinese. */
  title: z.string(),
  /** Jobs of all organisations, counted up to 10,000. */
  waiting: z.number(),
  running: z.number(),
  failed: z.number(),
  /** Number of failed ones that this operator may retry. */
  retryable: z.number(),
  /** The last failure among the jobs that this operator may see. */
  lastError: z.object({ text: z.string(), at: z.string() }).nullable(),
  /** Earliest start of a waiting job that is not due yet; null where none is known. */
  nextRun: z.string().nullable(),
});
export type JobKindView = z.infer<typeof JobKindView>;

export const JobKinds = z.object({ items: z.array(JobKindView) });
export type JobKinds = z.infer<typeof JobKinds>;

export const FailedJob = z.object({
  id: z.string(),
  kind: z.string(),
  attempts: z.number(),
  createdAt: z.string(),
  failedAt: z.string(),
  error: z.string(),
});
export type FailedJob = z.infer<typeof FailedJob>;

/** The latest first, at most two hundred. */
export const FailedJobs = z.object({ items: z.array(FailedJob) });
export type FailedJobs = z.infer<typeof FailedJobs>;

export const RetriedJob = z.object({ id: z.string(), kind: z.string(), title: z.string() });
export type RetriedJob = z.infer<typeof RetriedJob>;

nameSchemas(import.meta.url, {
  JobKind: JobKindView,
  JobKindList: JobKinds,
  FailedJob,
  FailedJobList: FailedJobs,
  RetriedJob,
});
