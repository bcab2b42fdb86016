/** What is shown once: the rows that say that a stage has gone out, and the rows in inboxes; both for many at once. */
import { newId, typedQueries } from '@lawgate/database';
import type { TimerRecord } from '@lawgate/cases';
import { sql } from 'kysely';
import type pg from 'pg';
import { liveChannel, liveMessages } from './live-channel.ts';
import { sqlText } from '../sql-text.ts';

const statement = (name: string): { name: string; text: string } => ({
  name,
  text: sqlText(name),
});
const noticesStatement = statement('write-notices');
const remindersStatement = statement('write-reminders');

export interface Notice {
  readonly caseId: string;
  readonly orgPath: string;
  readonly kind: string;
  readonly text: string;
  /** Unique for each person: a redelivery finds the existing row. */
  readonly source: string;
  readonly people: readonly string[];
}

/** Writes inbox rows by two statements, and notifies open pages when the transaction commits. */
export async function writeNotices(tx: pg.PoolClient, notices: readonly Notice[], at: Date): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.flatMap(({ people, caseId, orgPath, kind, text, source }) =>
    people.map((person) => ({ id: newId(), person, caseId, orgPath, kind, text, source })),
  );
  const written =
    rows.length === 0
      ? []
      : (
          await tx.query<{ person: string; source: string }>({
            ...noticesStatement,
            values: [JSON.stringify(rows), at],
          })
        ).rows;
  const notified = new Map<string, string[]>();
  for (const { person, source } of written) notified.set(source, [...(notified.get(source) ?? []), person]);
  const messages = notices.flatMap(({ caseId, orgPath, source }) =>
    liveMessages({ case: caseId, orgPath, people: notified.get(source) ?? [] }),
  );
  await typedQueries(tx)
    .selectFrom(sql<{ text: string }>`unnest(${messages}::text[])`.as<'message'>(sql`message (text)`))
    .select(({ fn, val, ref }) => fn('pg_notify', [val(liveChannel), ref('message.text')]).as('sent'))
    .execute();
}

/** Records that they were notified. @returns those that were not recorded before */
export async function firstOf<R extends { readonly timer: TimerRecord }>(
  tx: pg.PoolClient,
  wanted: readonly R[],
  at: Date,
): Promise<R[]> {
  if (wanted.length === 0) return [];
  const byId = new Map(wanted.map((reminder) => [newId(), reminder]));
  const rows = [...byId].map(([id, { timer }]) => ({
    id,
    caseId: timer.caseId,
    orgPath: timer.orgPath,
    subject: timer.subject,
    visit: timer.visit,
    kind: timer.kind,
    stage: timer.stage,
  }));
  const written = await tx.query<{ id: string }>({
    ...remindersStatement,
    values: [JSON.stringify(rows), at],
  });
  return written.rows.flatMap(({ id }) => byId.get(id) ?? []);
}
