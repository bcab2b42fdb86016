/** Verifies the chains that an auditor asked for, in the worker: batch by batch, and reports its progress. */
import { canonicalJson, verifyChain, type AuditBody, type ChainLink } from '@lawgate/cases';
import { json, type Database } from '@lawgate/database';
import { sql } from 'kysely';
import type { AdminTables } from '../tables.ts';
import { sqlText } from '../sql-text.ts';

/** The kind of its job. */
export const verificationKind = 'audit.verification';
/** Cases read at once: several hundred history rows. */
const batch = 200;
/** Maximum number of listed findings; all are counted. */
const maxNamed = 200;

const chainedCases = sqlText('chained-cases');

interface Finding {
  readonly kind: 'case' | 'audit';
  readonly id: string;
  readonly seq: number;
  readonly reason: string;
}

/**
 * Runs a requested verification. One that a worker left unfinished starts again: its counts are dropped, and reading
 * twice has no effect. Stops early when `signal` is aborted.
 */
export async function runVerification(
  database: Database<AdminTables>,
  id: string,
  now: () => Date,
  signal?: AbortSignal,
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
    const cases = await casesAfter(database, path, after);
    const last = cases.at(-1);
    if (last === undefined) break;
    await progress.add({ cases: cases.length }, cases.flatMap(brokenCase));
    after = last.id;
  }
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

interface ChainedCase {
  readonly id: string;
  readonly lastHash: string;
  readonly links: readonly ChainLink[];
}

async function casesAfter({ pool }: Database<AdminTables>, path: string, after: string): Promise<ChainedCase[]> {
  const found = await pool.query<ChainedCase>(chainedCases, [path, after, batch]);
  return found.rows;
}

function brokenCase({ id, lastHash, links }: ChainedCase): Finding[] {
  const verdict = verifyChain(links, lastHash);
  return verdict.intact ? [] : [{ kind: 'case', id, seq: verdict.seq, reason: verdict.reason }];
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
