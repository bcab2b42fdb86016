/**
 * Commits to numbers that were taken before: voiding one, with its reason and a row in the history of its case, in one
 * transaction; and storing one that is printed on a paper of the past.
 */
import { ProblemError, refuseUnstorable, type Principal } from '@lawgate/contracts';
import { requireOwn, untilCommitted } from './answers.ts';
import type { CaseStore, NumberedCase, TakenNumber } from './case-store.ts';
import { typedQueries } from '@lawgate/database';
import type pg from 'pg';
import type { CaseTables } from '../tables.ts';
import { type LoadedCase, numberVoided, type OwnRow } from '../read/loaded-case.ts';
import type { PlanInput, WritePlan } from './write-plan.ts';

export interface NumberCommitParts {
  readonly store: CaseStore;
  /** Plans a commit by this person outside the steps of the case. */
  readonly planned: (
    principal: Principal,
    before: LoadedCase,
    event: OwnRow,
    also: PlanInput['also'],
  ) => Promise<WritePlan>;
  readonly written: (plan: WritePlan) => void;
}

interface VoidNumber {
  readonly id: string;
  readonly reason: string;
}

export class NumberCommits {
  constructor(private readonly parts: NumberCommitParts) {}

  /** @throws ProblemError 403, 404, 409 `number.already-void`, `case.version-conflict`; then nothing was written */
  async void(principal: Principal, caseId: string, { id, reason }: VoidNumber): Promise<void> {
    refuseUnstorable({ reason });
    const plan = await untilCommitted(() => this.#void(principal, caseId, { id, reason }));
    this.parts.written(plan);
  }

  /** @throws LostRaceError where another commit came first */
  #void(principal: Principal, caseId: string, { id, reason }: VoidNumber): Promise<WritePlan> {
    return this.parts.store.within(principal, async (client, store) => {
      const loaded = await store.load(principal, caseId);
      if (loaded.kind !== 'case') throw new ProblemError(404, 'resource.not-found', '没有找到该文号，或您无权查看。');
      requireOwn(principal, loaded.case);
      // The number's row is locked by this: of two who void it at once, one finds it void.
      const db = typedQueries<CaseTables>(client);
      const voided = await db
        .updateTable('document_number')
        .set({ voidReason: reason, voidedBy: principal.id, voidedByName: principal.name })
        .where('id', '=', id)
        .where('caseId', '=', caseId)
        .where('voidReason', 'is', null)
        .returning(['text', 'code', 'year', 'number'])
        .executeTakeFirst();
      if (voided === undefined) {
        throw new ProblemError(409, 'number.already-void', '该文号已经作废，不必重复办理。');
      }
      const { text, code, year, number } = voided;
      const event = { type: numberVoided, payload: { number: text, reason } } as const;
      const planned = await this.parts.planned(principal, loaded.case, event, (at) => [
        {
          in: 'document_number',
          key: { code, year, number },
          set: { void_reason: reason, voided_by: principal.id, voided_by_name: principal.name, voided_at: at },
        },
      ]);
      const voidedAt = new Date(planned.after.updatedAt);
      await db.updateTable('document_number').set({ voidedAt }).where('id', '=', id).execute();
      await store.commit(
        principal,
        [],
        { caseId, orgId: loaded.case.orgId, at: planned.after.updatedAt },
        () => planned,
      );
      return planned;
    });
  }
}

/**
 * Stores the number printed on a paper of the past. The series continues after its highest number.
 *
 * @throws ProblemError 409 `case.number-used`; the caller must then roll back
 */
export async function keepNumber(
  client: pg.PoolClient,
  { orgId, orgPath, caseId, at }: NumberedCase & { readonly orgPath: string },
  { code, year, number, text, purpose }: TakenNumber,
): Promise<void> {
  // The counter first: it is what a live event locks too, so that the two cannot both get one number.
  const db = typedQueries<CaseTables>(client);
  await db
    .insertInto('number_series')
    .values({ orgId, orgPath, code, year, last: number })
    .onConflict((conflict) =>
      conflict
        .columns(['orgId', 'code', 'year'])
        .doUpdateSet(({ fn }) => ({ last: fn<number>('greatest', ['number_series.last', 'excluded.last']) })),
    )
    .execute();
  const kept = await db
    .insertInto('document_number')
    .values({ orgId, orgPath, code, year, number, text, caseId, purpose, takenAt: new Date(at) })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (kept.numInsertedOrUpdatedRows === 0n) {
    throw new ProblemError(409, 'case.number-used', `文号${text}已用于另一案件，请核对文号。`);
  }
}
