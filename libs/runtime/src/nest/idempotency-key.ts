import { ProblemError } from '@lawgate/contracts';
import type { Idempotency } from '../answers.ts';

/**
 * What a command carries in its `Idempotency-Key` header; null without one.
 *
 * @param request what the same key must come with again
 * @throws ProblemError 422 `idempotency.key-invalid`
 */
export function idempotencyOf(key: string | undefined, request: unknown): Idempotency | null {
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new ProblemError(422, 'idempotency.key-invalid', '幂等键（Idempotency-Key）应为1至200个可见的英文字符。');
  }
  return { key, request };
}
