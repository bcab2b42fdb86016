import { ProblemError, type Principal } from '@lawgate/contracts';
import { CLOCK, Database, newId, type Clock, type Transaction } from '@lawgate/database';
import { CaseRuntime, logRows } from '@lawgate/cases';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import type { NotificationTables } from '../tables.ts';
import { hasPart, leaveNotice, requireOwnCase, seenCase, type CasePart } from './case-part.ts';
import type { CopyList, CopyRequest } from './copy-views.ts';
import { copySentence } from './notice-text.ts';
import { recipientsOf } from './recipients.ts';

type Tx = Transaction<NotificationTables>;

interface Receipt {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly byId: string;
  readonly byName: string;
  readonly note: string | null;
  readonly at: Date;
  readonly readAt: Date | null;
}

/** Copies of a case (抄送) with their read receipts (已阅). A copy notifies; it gives no additional access. */
@Injectable()
export class CopiesService {
  constructor(
    private readonly database: Database<NotificationTables>,
    @Inject(CLOCK) private readonly clock: Clock,
    private readonly runtime: CaseRuntime,
  ) {}

  /**
   * Copies the case to each of the people, or to none. Copying the same version to the same person again adds nothing,
   * and is no error.
   *
   * @returns all copies of the case
   * @throws ProblemError 403 `copy.forbidden`, `case.read-only`, 404, 422 `copy.not-entitled`
   */
  async copy(principal: Principal, caseId: string, { people, note }: CopyRequest): Promise<CopyList> {
    const at = this.clock.now();
    const list = await this.database.as(principal, async (tx) => {
      const part = await seenCase(tx.client, caseId);
      requireOwnCase(principal, part);
      if (!hasPart(principal, part)) {
        throw new ProblemError(403, 'copy.forbidden', '只有审查人、所长、分管领导或本案承办人可以抄送。');
      }
      const wanted = [...new Set(people.map((id) => id.toLowerCase()))];
      await requireEntitled(tx, part, wanted);
      for (const person of wanted) {
        await write(tx, part, { person, by: principal, note: note ?? null, at });
      }
      return receipts(tx, part.id);
    });
    this.runtime.events.emit('workEnqueued');
    return list;
  }

  /** Everybody to whom the case was copied, and when they read it. @throws ProblemError 404 */
  list(principal: Principal, caseId: string): Promise<CopyList> {
    return this.database.as(principal, async (tx) => receipts(tx, (await seenCase(tx.client, caseId)).id));
  }
}

/** The same check as for the delivery of a notice: it must be allowed to reach them. */
async function requireEntitled(tx: Tx, part: CasePart, people: readonly string[]): Promise<void> {
  const reached = await recipientsOf(
    tx.client,
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
  tx: Tx,
  part: CasePart,
  copy: { person: string; by: Principal; note: string | null; at: Date },
): Promise<void> {
  const { person, by, note, at } = copy;
  const [id, outboxId] = [newId(), newId()];
  const written = await tx.db
    .insertInto('case_copy')
    .values({
      id,
      caseId: part.id,
      orgPath: part.orgPath,
      personId: person,
      byPerson: by.id,
      version: part.version,
      note,
      at,
      outboxId,
    })
    .onConflict((conflict) => conflict.columns(['caseId', 'personId', 'byPerson', 'version']).doNothing())
    .executeTakeFirst();
  if (written.numInsertedOrUpdatedRows === 0n) return;
  const rows = [{ in: 'case_copy', key: { id } }];
  await logRows(tx.client, { caseId: part.id, type: 'case.copied', actor: by, at, rows });
  const to = [{ kind: 'person', id: person }] as const;
  await leaveNotice(tx.client, part, at, { id: outboxId, kind: 'copy', to, text: copySentence });
}

async function receipts({ db }: Tx, caseId: string): Promise<CopyList> {
  const found = await sql<Receipt>`select * from copy_receipts(${caseId})`.execute(db);
  return {
    items: found.rows.map((row) => ({
      id: row.id,
      person: { id: row.personId, name: row.personName },
      by: { id: row.byId, name: row.byName },
      note: row.note,
      at: row.at.toISOString(),
      readAt: row.readAt?.toISOString() ?? null,
    })),
  };
}
