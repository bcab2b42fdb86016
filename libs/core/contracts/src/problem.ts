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
 * An error that is reported to a client. Everything that is thrown on purpose on the way of a request is one of
 * these; anything else is a fault of the server and becomes a 500 without details.
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
