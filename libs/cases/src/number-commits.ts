/**
 * A number that is voided: its reason next to it, and a row in the history of the case that took it, in one
 * transaction.
 */
import { ProblemError, refuseUnstorable, type Principal } from '@lawgate/contracts';
import { requireOwn, staleVersion } from './answers.ts';
import { StaleCaseError, type CaseStore } from './case-store.ts';
import type { LoadedCase } from './loaded-case.ts';
import type { OwnRow } from './own-rows.ts';
import type { WritePlan } from './write-plan.ts';

/** What the history calls it. */
export const numberVoided = 'number.void';

export interface NumberCommitParts {
  readonly store: CaseStore;
  /** A commit next to the steps of the case, by this person. */
  readonly planned: (principal: Principal, before: LoadedCase, event: OwnRow) => Promise<WritePlan>;
  readonly written: (plan: WritePlan) => void;
}

export class NumberCommits {
  constructor(private readonly parts: NumberCommitParts) {}

  /** @throws ProblemError 403, 404, 409 `number.already-void`, `case.version-conflict`; then nothing was written */
  async void(
    principal: Principal,
    caseId: string,
    { id, reason }: { readonly id: string; readonly reason: string },
  ): Promise<void> {
    refuseUnstorable({ reason });
    const plan = await this.parts.store.within(principal, async (client, store) => {
      const loaded = await store.load(principal, caseId);
      if (loaded.kind !== 'case') throw new ProblemError(404, 'resource.not-found', '没有找到该文号，或您无权查看。');
      requireOwn(principal, loaded.case);
      // The number's row is locked by this: of two who void it at once, one finds it void.
      const voided = await client.query<{ text: string }>(
        `update document_number set void_reason = $3, voided_by = $4, voided_by_name = $5
          where id = $1 and case_id = $2 and void_reason is null returning text`,
        [id, caseId, reason, principal.id, principal.name],
      );
      const number = voided.rows[0]?.text;
      if (number === undefined) {
        throw new ProblemError(409, 'number.already-void', '该文号已经作废，不必重复办理。');
      }
      const planned = await this.parts.planned(principal, loaded.case, {
        type: numberVoided,
        payload: { number, reason },
      });
      await client.query('update document_number set voided_at = $2 where id = $1', [id, planned.after.updatedAt]);
      try {
        await store.commit(
          principal,
          [],
          { caseId, orgId: loaded.case.orgId, at: planned.after.updatedAt },
          () => planned,
        );
      } catch (error) {
        if (error instanceof StaleCaseError) throw staleVersion(loaded.case.version);
        throw error;
      }
      return planned;
    });
    this.parts.written(plan);
  }
}
