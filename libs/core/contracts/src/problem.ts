/** Errors as RFC 9457 problem details with a stable `code`. */
import { z } from 'zod';
import { RuleRefusalView } from './case.ts';
import { nameSchemas } from './name-schemas.ts';

export const Problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number(),
  detail: z.string(),
  code: z.string(),
  instance: z.string().optional(),
  refusals: z.array(RuleRefusalView).optional(),
  issues: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  currentVersion: z.number().optional(),
});
export type Problem = z.infer<typeof Problem>;

nameSchemas(import.meta.url, { Problem });

/**
 * An error that is reported to a client. Every error that is thrown deliberately while a request is handled is one of
 * these; any other error is a fault of the server and becomes a 500 without details.
 */
export class ProblemError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly more: Pick<Partial<Problem>, 'refusals' | 'issues' | 'currentVersion'> = {},
  ) {
    super(message);
    this.name = 'ProblemError';
  }
}

export const notFound = (what: string): ProblemError =>
  new ProblemError(404, 'resource.not-found', `没有找到${what}，或您无权查看。`);
