/** What is shown once: the rows in inboxes, and the row that says that a stage has gone out. */
import { newId, type TimerRecord } from '@lawgate/runtime';
import type pg from 'pg';
import { liveChannel, liveMessages } from './live-channel.ts';

export interface Notice {
  readonly kind: string;
  readonly text: string;
  /** What it is about, once for each person: redelivering it finds the row there already. */
  readonly source: string;
  readonly people: readonly string[];
}

/** Marks a stage as gone out. @returns false where it has gone out before, whatever died in between */
export async function isFirst(tx: pg.PoolClient, timer: TimerRecord, at: Date): Promise<boolean> {
  const first = await tx.query(
    `insert into reminder (id, case_id, org_path, subject, visit, kind, stage, fired_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (case_id, subject, visit, kind, stage) do nothing`,
    [newId(), timer.caseId, timer.orgPath, timer.subject, timer.visit, timer.kind, timer.stage, at],
  );
  return first.rowCount !== 0;
}

/** Writes the inbox rows, and wakes the pages that are open once the transaction commits. */
export async function tell(
  tx: pg.PoolClient,
  row: { readonly caseId: string; readonly orgPath: string },
  at: Date,
  notice: Notice,
): Promise<void> {
  const { people, kind, text, source } = notice;
  const written = await tx.query<{ person: string }>(
    `insert into notification (id, person_id, org_path, case_id, kind, text, created_at, source)
     select x.id, x.person, $3, $4, $5, $6, $7, $8 from unnest($1::uuid[], $2::uuid[]) as x (id, person)
     on conflict (person_id, source) do nothing
     returning person_id as person`,
    [people.map(() => newId()), people, row.orgPath, row.caseId, kind, text, at, source],
  );
  const message = { case: row.caseId, orgPath: row.orgPath, people: written.rows.map(({ person }) => person) };
  for (const payload of liveMessages(message)) await tx.query('select pg_notify($1, $2)', [liveChannel, payload]);
}
