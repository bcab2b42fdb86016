/**
 * Writes of numbers apart from the events that take them: one that is voided, with its reason and a row in the history of the case that
 * took it, in one transaction; and one that is printed on a paper of the past.
 */
import { ProblemError, refuseUnstorable, type Principal } from '@lawgate/contracts';
import { requireOwn, untilCommitted } from './answers.ts';
import type { CaseStore, NumberedCase, TakenNumber } from './case-store.ts';
import type pg from 'pg';
import { type LoadedCase, numberVoided, type OwnRow } from '../read/loaded-case.ts';
import type { WritePlan } from './write-plan.ts';

export interface NumberCommitParts {
  readonly store: CaseStore;
  /** A commit outside the steps of the case, by this person. */
  readonly planned: (principal: Principal, before: LoadedCase, event: OwnRow) => Promise<WritePlan>;
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
 * Keeps the number printed on a paper of the past. The series goes on after the highest number that it has seen.
 *
 * @throws ProblemError 409 `case.number-used`; then the transaction is not to be committed
 */
export async function keepNumber(
  client: pg.PoolClient,
  { orgId, orgPath, caseId, at }: NumberedCase & { readonly orgPath: string },
  { code, year, number, text, purpose }: TakenNumber,
): Promise<void> {
  // The counter first: it is what a live event locks too, so that the two cannot both get one number.
  await client.query(
    `insert into number_series as s (org_id, org_path, code, year, last) values ($1, $2, $3, $4, $5)
     on conflict (org_id, code, year) do update set last = greatest(s.last, excluded.last)`,
    [orgId, orgPath, code, year, number],
  );
  const kept = await client.query(
    `insert into document_number (org_id, org_path, code, year, number, text, case_id, purpose, taken_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
    [orgId, orgPath, code, year, number, text, caseId, purpose, at],
  );
  if (kept.rowCount === 0) {
    throw new ProblemError(409, 'case.number-used', `文号${text}已用于另一案件，请核对文号。`);
  }
}
