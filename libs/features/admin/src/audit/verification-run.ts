/** Verifies the chains that an auditor asked for, in the worker: batch by batch, and reports its progress. */
import { canonicalJson, verifyChain, type AuditBody, type ChainLink } from '@lawgate/cases';
import type pg from 'pg';

/** The kind of the job that does it. */
export const verificationKind = 'audit.verification';
/** Cases read at once: some hundreds of history rows. */
const batch = 200;
/** Findings that are named; all are counted. */
const maxNamed = 200;

interface Finding {
  readonly kind: 'case' | 'audit';
  readonly id: string;
  readonly seq: number;
  readonly reason: string;
}

/**
 * Does a verification that was asked for. One that a worker left half done begins again: what was counted is dropped,
 * and reading twice changes nothing. Asked to stop by `signal` it leaves the rest.
 */
export async function runVerification(pool: pg.Pool, id: string, now: () => Date, signal?: AbortSignal): Promise<void> {
  const begun = await pool.query<{ path: string }>(
    `update audit_verification v
        set state = 'running', cases_checked = 0, entries_checked = 0, findings = '[]', broken = 0, finished_at = null,
            cases_total = (select count(*) from review_case where org_path ^@ v.org_path)
      where id = $1 and state <> 'done' returning org_path as path`,
    [id],
  );
  if (begun.rows[0] === undefined) return;
  const { path } = begun.rows[0];
  const progress = new Progress(pool, id);
  for (let after = '00000000-0000-0000-0000-000000000000'; ;) {
    // The next try begins again.
    if (signal?.aborted) return;
    const cases = await casesAfter(pool, path, after);
    const last = cases.at(-1);
    if (last === undefined) break;
    await progress.add('cases_checked', cases.length, cases.flatMap(brokenCase));
    after = last.id;
  }
  const organisations = await pool.query<{ orgId: string; seq: number; lastHash: string }>(
    'select org_id as "orgId", seq, last_hash as "lastHash" from audit_chain where org_path ^@ $1 order by org_path',
    [path],
  );
  for (const { orgId, seq, lastHash } of organisations.rows) {
    const { checked, findings } = await verifyLog(pool, orgId, seq, lastHash);
    await progress.add('entries_checked', checked, findings);
  }
  await pool.query(`update audit_verification set state = 'done', finished_at = $2 where id = $1`, [id, now()]);
}

/** All tries failed. */
export async function giveUpVerification(pool: pg.Pool, id: string, now: Date): Promise<void> {
  await pool.query(
    `update audit_verification set state = 'failed', finished_at = $2 where id = $1 and state <> 'done'`,
    [id, now],
  );
}

class Progress {
  #named = 0;

  constructor(
    private readonly pool: pg.Pool,
    private readonly id: string,
  ) {}

  async add(what: 'cases_checked' | 'entries_checked', checked: number, findings: readonly Finding[]): Promise<void> {
    const named = findings.slice(0, maxNamed - this.#named);
    this.#named += named.length;
    await this.pool.query(
      `update audit_verification set ${what} = ${what} + $2, broken = broken + $3, findings = findings || $4::jsonb where id = $1`,
      [this.id, checked, findings.length, JSON.stringify(named)],
    );
  }
}

interface ChainedCase {
  readonly id: string;
  readonly lastHash: string;
  readonly links: readonly ChainLink[];
}

async function casesAfter(pool: pg.Pool, path: string, after: string): Promise<ChainedCase[]> {
  const found = await pool.query<ChainedCase>(
    `select c.id, c.last_hash as "lastHash",
            coalesce((select json_agg(json_build_object('seq', h.seq, 'body', h.body, 'prevHash', h.prev_hash, 'hash', h.hash)
                                      order by h.seq) from history h where h.case_id = c.id), '[]') as links
       from review_case c where c.org_path ^@ $1 and c.id > $2 order by c.id limit ${batch}`,
    [path, after],
  );
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

/** Entries of one organisation up to the end that was there when it began. Names the first that does not fit. */
async function verifyLog(
  pool: pg.Pool,
  orgId: string,
  end: number,
  lastHash: string,
): Promise<{ checked: number; findings: Finding[] }> {
  const found = await pool.query<LogRow>(
    `select id, org_id as "orgId", seq, at, actor_id as actor, action, subject_kind as "subjectKind", subject_id as "subjectId",
            outcome, address, body, prev_hash as "prevHash", hash
       from audit_entry where org_id = $1 and seq <= $2 order by seq`,
    [orgId, end],
  );
  const rows = found.rows;
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

/** The columns by which an entry is found say what was hashed. */
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
