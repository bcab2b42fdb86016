import { ProblemError, type Principal } from '@lawgate/contracts';
import { APP_POOL, asViewer, CLOCK, newId, type Clock } from '@lawgate/database';
import { CaseRuntime } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import { hasPart, leaveNotice, requireOwnCase, seenCase, type CasePart } from './case-part.ts';
import type { CopyList, CopyRequest } from './copy-views.ts';
import { copySentence } from './notice-text.ts';
import { recipientsOf } from './recipients.ts';

interface Receipt {
  readonly id: string;
  readonly person_id: string;
  readonly person_name: string;
  readonly by_id: string;
  readonly by_name: string;
  readonly note: string | null;
  readonly at: Date;
  readonly read_at: Date | null;
}

/** Copies of a case (抄送) and who has read them (已阅). A copy tells; it gives no access that was not there. */
@Injectable()
export class CopiesService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly runtime: CaseRuntime,
  ) {}

  /**
   * Copies the case to each of the people, or to none. Copying the same version to the same person again tells him
   * nothing new, and is no error.
   *
   * @returns all copies of the case
   * @throws ProblemError 403 `copy.forbidden`, `case.read-only`, 404, 422 `copy.not-entitled`
   */
  async copy(principal: Principal, caseId: string, { people, note }: CopyRequest): Promise<CopyList> {
    const at = this.clock.now();
    const list = await asViewer(this.pool, principal, async (tx) => {
      const part = await seenCase(tx, caseId);
      requireOwnCase(principal, part);
      if (!hasPart(principal, part)) {
        throw new ProblemError(403, 'copy.forbidden', '只有审查人、所长、分管领导或本案承办人可以抄送。');
      }
      const wanted = [...new Set(people.map((id) => id.toLowerCase()))];
      await requireEntitled(tx, part, wanted);
      for (const person of wanted) {
        await write(tx, part, { person, by: principal.id, note: note ?? null, at });
      }
      return receipts(tx, part.id);
    });
    this.runtime.events.emit('workEnqueued');
    return list;
  }

  /** Everybody who was copied the case, and when he read it. @throws ProblemError 404 */
  list(principal: Principal, caseId: string): Promise<CopyList> {
    return asViewer(this.pool, principal, async (tx) => receipts(tx, (await seenCase(tx, caseId)).id));
  }
}

/** The same question as when a notice is delivered: would it reach him? */
async function requireEntitled(tx: pg.PoolClient, part: CasePart, people: readonly string[]): Promise<void> {
  const reached = await recipientsOf(
    tx,
    { caseId: part.id, orgPath: part.orgPath },
    people.map((id) => ({ kind: 'person', id })),
  );
  if (people.every((id) => reached.includes(id) && !part.recused.includes(id))) return;
  throw new ProblemError(
    422,
    'copy.not-entitled',
    '抄送对象应为本单位有权查看本案的在职人员；未受指派的法律顾问和已回避的人员不能抄送，请先指派或另选。',
  );
}

async function write(
  tx: pg.PoolClient,
  part: CasePart,
  copy: { person: string; by: string; note: string | null; at: Date },
): Promise<void> {
  const { person, by, note, at } = copy;
  const outboxId = newId();
  const written = await tx.query(
    `insert into case_copy (id, case_id, org_path, person_id, by_person, version, note, at, outbox_id)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict (case_id, person_id, by_person, version) do nothing`,
    [newId(), part.id, part.orgPath, person, by, part.version, note, at, outboxId],
  );
  if (written.rowCount === 0) return;
  const to = [{ kind: 'person', id: person }] as const;
  await leaveNotice(tx, part, at, { id: outboxId, kind: 'copy', to, text: copySentence });
}

async function receipts(tx: pg.PoolClient, caseId: string): Promise<CopyList> {
  const found = await tx.query<Receipt>('select * from copy_receipts($1)', [caseId]);
  return {
    items: found.rows.map((row) => ({
      id: row.id,
      person: { id: row.person_id, name: row.person_name },
      by: { id: row.by_id, name: row.by_name },
      note: row.note,
      at: row.at.toISOString(),
      readAt: row.read_at?.toISOString() ?? null,
    })),
  };
}
