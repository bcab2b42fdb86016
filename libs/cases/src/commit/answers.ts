/** What a command is answered with: the first answer again, or the reason why there is none. */
import { ProblemError, type Principal } from '@lawgate/contracts';
import type { StepEnvironment, Refusal } from '@lawgate/engine';
import { LostRaceError } from './case-store.ts';
import { canonicalJson, sm3, type LoadedCase } from '../read/loaded-case.ts';
import type { RuleSet } from '../definitions/rule-sets.ts';

export interface Answer<V> {
  readonly status: number;
  readonly body: V;
  readonly repeated: boolean;
}

export interface Idempotency {
  readonly key: string;
  /** What the request was, so that the same key with another body is refused. */
  readonly request: unknown;
}

/**
 * How the new case is shown to the person; stored with an idempotency key so that a repetition gets the same answer.
 */
export type Render<V> = (after: LoadedCase, env: StepEnvironment, ruleSet: RuleSet) => V;

/** After this many lost races a commit gives up. */
export const maxCommitAttempts = 20;

/**
 * Commits to a case, and tries again after a lost race: nobody said "only on what I saw", so the case is read again and
 * the commit is worked out from what is there now. A case may also be stale because a document came in between, which
 * leaves its version as it was.
 *
 * @param attempt reads the case and writes; throws LostRaceError where another commit came first
 * @throws ProblemError 409 `case.version-conflict` after {@link maxCommitAttempts} lost races
 */
export async function untilCommitted<T>(attempt: () => Promise<T>): Promise<T> {
  for (let lost = 1; ; lost += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (!(error instanceof LostRaceError)) throw error;
      if (lost === maxCommitAttempts) throw staleVersion(error.version);
    }
  }
}

/** True for what a fresh look may turn into an answer: a refusal, a case that moved on, a key that is known. */
export function isRetryableAfterReload(error: unknown): boolean {
  return error instanceof ProblemError || error instanceof LostRaceError;
}

/** @throws ProblemError 403 for an organisation above, which sees and does not act. */
export function requireOwn(principal: Principal, loaded: LoadedCase): void {
  if (principal.orgId === loaded.orgId) return;
  throw new ProblemError(403, 'case.read-only', '上级机关对下级的案件只能查看，不能办理。');
}

/**
 * A conflict of interest takes the case away, also from those who see the whole office (公务员法 76–77). It stays in their
 * lists, so that a figure and the cases behind it agree no matter who looks.
 *
 * @throws ProblemError 403
 */
export function requireNoConflict(principal: Principal, { stored }: LoadedCase): void {
  if (stored.recused.includes(principal.id)) throw recusedFrom();
}

export function recusedFrom(): ProblemError {
  return new ProblemError(403, 'case.recused', '您已就本案回避，不能再查看案件内容；确有需要的，请与审查人联系。');
}

/** Somebody else's event came first. */
export function staleVersion(current: number): ProblemError {
  return new ProblemError(409, 'case.version-conflict', '案件已被他人更新，请刷新后再办理。', {
    currentVersion: current,
  });
}

/** What a repeated idempotency key is compared by. */
export function hashRequest(request: unknown): string {
  return sm3(canonicalJson(request));
}

/** @throws ProblemError 422 when the key was used for another request. */
export function repeated<V>(
  answer: { requestHash: string; status: number; response: unknown },
  hash: string | null,
): Answer<V> {
  if (answer.requestHash !== hash) {
    throw new ProblemError(422, 'idempotency.key-reused', '同一幂等键（Idempotency-Key）已用于另一请求，请换一个键。');
  }
  return { status: answer.status, body: answer.response as V, repeated: true };
}

/** A refusal of the engine as a problem for the outside. */
export function problemOf(refusal: Refusal, currentVersion: number): ProblemError {
  const more = {
    ...(refusal.refusals.length > 0 ? { refusals: [...refusal.refusals] } : {}),
    ...(refusal.issues.length > 0 ? { issues: [...refusal.issues] } : {}),
  };
  switch (refusal.kind) {
    case 'forbidden':
      return new ProblemError(403, refusal.code, refusal.message, more);
    case 'not-possible':
      return new ProblemError(409, refusal.code, refusal.message, { ...more, currentVersion });
    case 'unknown-event':
    case 'payload':
    case 'rules':
      return new ProblemError(422, refusal.code, refusal.message, more);
  }
}
