/** Makes a comparison and the jobs that it needs. */
import type { Principal } from '@lawgate/contracts';
import { newId, type Transaction } from '@lawgate/database';
import { logRows, type LoadedCase } from '@lawgate/cases';
import { addJob } from '@lawgate/jobs';
import { compareKind, readKind } from '../reading/document-reader.ts';
import { readerVersion } from '../reading/read-text.ts';
import type { DocumentTables } from '../tables.ts';

/** The event by which a case records the result; a workflow that requires it declares the event. */
export const acceptingEvent = 'comparison.accept';

export interface ComparisonStart {
  readonly principal: Principal;
  readonly loaded: Pick<LoadedCase, 'id' | 'orgPath'>;
  /** Ids of documents of the case. */
  readonly left: string;
  readonly right: string;
  readonly at: Date;
}

/** Returns the id of the comparison of the two, which is made where the present reader has not compared them yet. */
export async function startComparison(
  { db, client }: Transaction<DocumentTables>,
  { principal, loaded, left, right, at }: ComparisonStart,
): Promise<string> {
  const pair = { leftId: left, rightId: right, reader: readerVersion };
  const made = await db
    .insertInto('comparison')
    .values({
      id: newId(),
      caseId: loaded.id,
      orgPath: loaded.orgPath,
      ...pair,
      askedBy: principal.id,
      askedAt: at,
    })
    .onConflict((conflict) => conflict.columns(['leftId', 'rightId', 'reader']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (made === undefined) {
    const known = db.selectFrom('comparison').select('id').where('leftId', '=', left).where('rightId', '=', right);
    return (await known.where('reader', '=', readerVersion).executeTakeFirst())?.id ?? '';
  }
  const rows = [{ in: 'comparison', key: { id: made.id } }];
  await logRows(client, { caseId: loaded.id, type: 'comparison.asked', actor: principal, at, rows });
  const outdated = await db
    .selectFrom('document_text')
    .select('documentId')
    .where('documentId', 'in', [left, right])
    .where('reader', '<', readerVersion)
    .where('state', '<>', 'pending')
    .execute();
  for (const { documentId } of outdated) {
    await addJob(client, { kind: readKind, key: documentId, organisation: principal });
  }
  await addJob(client, { kind: compareKind, key: made.id, organisation: principal });
  return made.id;
}
