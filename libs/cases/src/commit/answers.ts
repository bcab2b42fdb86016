/** Answers to commands: retries after a lost race, repeated idempotency keys, and refusals as problem details. */
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
  /** The request, so that the same key with another body is refused. */
  readonly request: unknown;
}

/**
 * How the new case is shown to the person; stored with an idempotency key so that a repetition gets the same answer.
 */
export type Render<V> = (after: LoadedCase, env: StepEnvironment, ruleSet: RuleSet) => V;

/** Maximum number of attempts of a commit before it fails. */
export const maxCommitAttempts = 20;

/**
 * Commits to a case, and retries after a lost race: the caller gave no expected version, so each attempt reads the case
 * again. A lost race may also come from a document added in between, which does not change the version of the case.
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

/**
 * True for errors that a fresh read may turn into an answer: a refusal, a version conflict, a known idempotency key.
 */
export function isRetryableAfterReload(error: unknown): boolean {
  return error instanceof ProblemError || error instanceof LostRaceError;
}

/** @throws ProblemError 403 for members of an organisation above, who may read and not act. */
export function requireOwn(principal: Principal, loaded: LoadedCase): void {
  if (principal.orgId === loaded.orgId) return;
  throw new ProblemError(403, 'case.read-only', '上级机关对下级的案件只能查看，不能办理。');
}

/**
 * A conflict of interest removes the person's access to the case, even if their role covers the whole office (公务员法
 * 76–77). The case stays in their lists, so that a figure and the list behind it agree for every viewer.
 *
 * @throws ProblemError 403
 */
export function requireNoConflict(principal: Principal, { stored }: LoadedCase): void {
  if (stored.recused.includes(principal.id)) throw recusedFrom();
}

export function recusedFrom(): ProblemError {
  return new ProblemError(403, 'case.recused', '您已就本案回避，不能再查看案件内容；确有需要的，请与审查人联系。');
}

/** Another event was committed first. */
export function staleVersion(current: number): ProblemError {
  return new ProblemError(409, 'case.version-conflict', '案件已被他人更新，请刷新后再办理。', {
    currentVersion: current,
  });
}

/** The hash by which requests with the same idempotency key are compared. */
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

/** A refusal of the engine as problem details. */
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
