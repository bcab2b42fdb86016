/** What requests about one case have in common. */
import { CaseId, notFound, ProblemError } from '@lawgate/contracts';
import type { Idempotency } from '@lawgate/runtime';

/** @throws ProblemError 404: an id that is no id names no case. */
export function caseId(text: string): string {
  const parsed = CaseId.safeParse(text);
  if (!parsed.success) throw notFound('该案件');
  return parsed.data.toLowerCase();
}

/** @throws ProblemError 422 `idempotency.key-invalid` */
export function idempotencyOf(key: string | undefined, request: unknown): Idempotency | null {
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new ProblemError(422, 'idempotency.key-invalid', '幂等键（Idempotency-Key）应为1至200个可见的英文字符。');
  }
  return { key, request };
}
