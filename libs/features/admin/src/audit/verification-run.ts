/** Verifies the cases and logs that an auditor asked for, in the worker: batch by batch, and reports its progress. */
import {
  canonicalJson,
  checkContent,
  keepResult,
  readNextCaseRows,
  verifyCase,
  verifyChain,
  type AuditBody,
  type ChainLink,
  type ReadableContent,
  type Spot,
} from '@lawgate/cases';
import { json, type Database } from '@lawgate/database';
import { sql } from 'kysely';
import type { AdminTables } from '../tables.ts';
import type { VerificationView } from './audit-views.ts';

/** The kind of its job. */
export const verificationKind = 'audit.verification';
/** Cases read at once, each with all its rows. */
const batch = 25;
/** Maximum number of listed findings; all are counted. */
const maxNamed = 200;

type Finding = VerificationView['findings'][number];

/**
 * Runs a requested verification. One that a worker left unfinished starts again: its counts are dropped, and reading
 * twice has no effect. Stops early when `signal` is aborted.
 *
 * @param store where the bytes of documents and papers are; without it they are not hashed again
 */
export async function runVerification(
  database: Database<AdminTables>,
  id: string,
  now: () => Date,
  signal?: AbortSignal,
  store?: ReadableContent,
): Promise<void> {
  const db = database.workerQueries;
  const begun = await db
    .updateTable('audit_verification as v')
    .set(({ selectFrom }) => ({
      state: 'running',
      casesTotal: selectFrom('review_case')
        .select(({ fn }) => fn.countAll<number>().as('cases'))
        .whereRef('orgPath', '^@', 'v.orgPath'),
      casesChecked: 0,
      entriesChecked: 0,
      findings: json([]),
      broken: 0,
      finishedAt: null,
    }))
    .where('v.id', '=', id)
    .where('v.state', '!=', 'done')
    .returning('v.orgPath as path')
    .executeTakeFirst();
  if (begun === undefined) return;
  const { path } = begun;
  const progress = new Progress(database, id);
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    // The next attempt starts again.
    if (signal?.aborted) return;
    const cases = await readNextCaseRows(database.pool, path, after, batch);
    const last = cases.at(-1);
    if (last === undefined) break;
    const findings: Finding[] = [];
    for (const { id: caseId, evidence } of cases) {
      const content = store === undefined ? null : await checkContent(evidence, store, undefined, signal);
      if (signal?.aborted) return;
      const spots = [...verifyCase(evidence).spots, ...(content?.spots ?? [])];
      await keepResult(database.pool, evidence, { broken: spots.length, at: now(), content: content?.spots ?? null });
      findings.push(...caseFindings(caseId, spots));
    }
    await progress.add({ cases: cases.length }, findings);
    after = last.id;
  }
  await progress.add({}, await missingCases(database, path));
  const chains = await db
    .selectFrom('audit_chain')
    .select(['orgId', 'seq', 'lastHash'])
    .where('orgPath', '^@', path)
    .orderBy('orgPath')
    .execute();
  for (const { orgId, seq, lastHash } of chains) {
    const { checked, findings } = await verifyLog(database, orgId, seq, lastHash);
    await progress.add({ entries: checked }, findings);
  }
  await db.updateTable('audit_verification').set({ state: 'done', finishedAt: now() }).where('id', '=', id).execute();
}

/** All tries failed. */
export async function giveUpVerification(database: Database<AdminTables>, id: string, now: Date): Promise<void> {
  await database.workerQueries
    .updateTable('audit_verification')
    .set({ state: 'failed', finishedAt: now })
    .where('id', '=', id)
    .where('state', '!=', 'done')
    .execute();
}

class Progress {
  #named = 0;

  constructor(
    private readonly database: Database<AdminTables>,
    private readonly id: string,
  ) {}

  async add(
    { cases = 0, entries = 0 }: { readonly cases?: number; readonly entries?: number },
    findings: readonly Finding[],
  ): Promise<void> {
    const named = findings.slice(0, maxNamed - this.#named);
    this.#named += named.length;
    await this.database.workerQueries
      .updateTable('audit_verification')
      .set(({ eb }) => ({
        casesChecked: eb('casesChecked', '+', cases),
        entriesChecked: eb('entriesChecked', '+', entries),
        broken: eb('broken', '+', findings.length),
        findings: sql`findings || ${JSON.stringify(named)}::jsonb`,
      }))
      .where('id', '=', this.id)
      .execute();
  }
}

/** One finding for each spot; it names table, row and column, and has no text of the case. */
function caseFindings(id: string, spots: readonly Spot[]): Finding[] {
  return spots.map(({ seq, reason, table, row, column }) => ({
    kind: 'case',
    id,
    seq: seq ?? 0,
    reason,
    table,
    row,
    column,
  }));
}

/** Cases that an earlier verification knew and that are gone with all their rows. */
async function missingCases(database: Database<AdminTables>, path: string): Promise<Finding[]> {
  const gone = await database.workerQueries
    .selectFrom('case_verification as v')
    .select(['v.caseId', 'v.version'])
    .where('v.orgPath', '^@', path)
    .where(({ not, exists, selectFrom, lit }) =>
      not(exists(selectFrom('review_case as c').select(lit(1).as('one')).whereRef('c.id', '=', 'v.caseId'))),
    )
    .orderBy('v.caseId')
    .execute();
  return gone.map(({ caseId, version }) => ({
    ...{ kind: 'case', id: caseId, seq: version, table: 'review_case', row: caseId, column: null },
    reason: '案件已不在数据库中',
  }));
}

interface LogRow extends ChainLink {
  readonly id: string;
  readonly at: Date;
  readonly actor: string | null;
  readonly action: string;
  readonly subjectKind: string | null;
  readonly subjectId: string | null;
  readonly outcome: string;
  readonly address: string | null;
  readonly orgId: string;
}

/**
 * Verifies the log of one organisation up to its end at the start of the verification. Reports the first entry that
 * does not fit.
 */
async function verifyLog(
  database: Database<AdminTables>,
  orgId: string,
  end: number,
  lastHash: string,
): Promise<{ checked: number; findings: Finding[] }> {
  const rows = await database.workerQueries
    .selectFrom('audit_entry')
    .select([
      'id',
      'orgId',
      'seq',
      'at',
      'actorId as actor',
      'action',
      'subjectKind',
      'subjectId',
      'outcome',
      'address',
    ])
    .select(['body', 'prevHash', 'hash'])
    .where('orgId', '=', orgId)
    .where('seq', '<=', end)
    .orderBy('seq')
    .execute();
  const verdict = verifyChain(rows, lastHash);
  const broken = verdict.intact ? rows.find((row) => !fits(row)) : null;
  const findings: Finding[] = [];
  if (!verdict.intact) {
    const row = rows.find(({ seq }) => seq === verdict.seq);
    findings.push({ kind: 'audit', id: row?.id ?? orgId, seq: verdict.seq, reason: verdict.reason });
  } else if (broken != null) {
    findings.push({ kind: 'audit', id: broken.id, seq: broken.seq, reason: '检索项与记录内容不符' });
  }
  return { checked: rows.length, findings };
}

/** Whether the columns that are used for searching agree with the hashed text. */
function fits(row: LogRow): boolean {
  const body = JSON.parse(row.body) as AuditBody;
  const found = {
    org: row.orgId,
    seq: row.seq,
    at: row.at.toISOString(),
    actor: row.actor,
    action: row.action,
    subject: row.subjectKind === null ? null : { kind: row.subjectKind, id: row.subjectId },
    outcome: row.outcome,
    address: row.address,
  };
  const said = {
    org: body.org,
    seq: body.seq,
    at: body.at,
    actor: body.actor?.id ?? null,
    action: body.action,
    subject: body.subject,
    outcome: body.outcome,
    address: body.address,
  };
  return canonicalJson(found) === canonicalJson(said);
}
