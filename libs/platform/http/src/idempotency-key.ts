import { ProblemError } from '@lawgate/contracts';

/** A request that takes effect once for each key; the same key with another request is refused. */
export interface KeyedRequest {
  readonly key: string;
  readonly request: unknown;
}

/**
 * What a command carries in its `Idempotency-Key` header; null without one.
 *
 * @param request what the same key must come with again
 * @throws ProblemError 422 `idempotency.key-invalid`
 */
export function idempotencyOf(key: string | undefined, request: unknown): KeyedRequest | null {
  if (key === undefined) return null;
  if (!/^[\x21-\x7e]{1,200}$/.test(key)) {
    throw new ProblemError(422, 'idempotency.key-invalid', '幂等键（Idempotency-Key）应为1至200个可见的英文字符。');
  }
  return { key, request };
}
