/** What is shown once: the rows that say that a stage has gone out, and the rows in inboxes; both for many at once. */
import { newId } from '@lawgate/database';
import type { TimerRecord } from '@lawgate/cases';
import type pg from 'pg';
import { liveChannel, liveMessages } from './live-channel.ts';

export interface Notice {
  readonly caseId: string;
  readonly orgPath: string;
  readonly kind: string;
  readonly text: string;
  /** What it is about, once for each person: redelivering it finds the row there already. */
  readonly source: string;
  readonly people: readonly string[];
}

/** Writes inbox rows by two statements, and wakes the pages that are open once the transaction commits. */
export async function writeNotices(tx: pg.PoolClient, notices: readonly Notice[], at: Date): Promise<void> {
  if (notices.length === 0) return;
  const rows = notices.flatMap(({ people, caseId, orgPath, kind, text, source }) =>
    people.map((person) => ({ id: newId(), person, caseId, orgPath, kind, text, source })),
  );
  const written =
    rows.length === 0
      ? []
      : (
          await tx.query<{ person: string; source: string }>(
            // In the order of the unique key: two transactions that write the same wait for each other, never both.
            `insert into notification (id, person_id, org_path, case_id, kind, text, created_at, source)
             select x.id, x.person, x."orgPath", x."caseId", x.kind, x.text, $2, x.source
               from jsonb_to_recordset($1::jsonb) as x (id uuid, person uuid, "orgPath" text, "caseId" uuid, kind text,
                    text text, source text)
              order by x.person, x.source
             on conflict (person_id, source) do nothing
             returning person_id as person, source`,
            [JSON.stringify(rows), at],
          )
        ).rows;
  const notified = new Map<string, string[]>();
  for (const { person, source } of written) notified.set(source, [...(notified.get(source) ?? []), person]);
  const messages = notices.flatMap(({ caseId, orgPath, source }) =>
    liveMessages({ case: caseId, orgPath, people: notified.get(source) ?? [] }),
  );
  await tx.query('select pg_notify($1, message) from unnest($2::text[]) as message', [liveChannel, messages]);
}

/** Writes that they were notified. @returns those of which that was not written before */
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
    name: 'write-reminders',
    text: `insert into reminder (id, case_id, org_path, subject, visit, kind, stage, fired_at)
           select x.id, x."caseId", x."orgPath", x.subject, x.visit, x.kind, x.stage, $2
             from jsonb_to_recordset($1::jsonb) as x (id uuid, "caseId" uuid, "orgPath" text, subject text, visit int,
                  kind text, stage text)
            order by x."caseId", x.subject, x.visit, x.kind, x.stage
           on conflict (case_id, subject, visit, kind, stage) do nothing
           returning id`,
    values: [JSON.stringify(rows), at],
  });
  return written.rows.flatMap(({ id }) => byId.get(id) ?? []);
}
