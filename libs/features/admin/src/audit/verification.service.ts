import { notFound, type Principal } from '@lawgate/contracts';
import { advisoryLocks, APP_POOL, asViewer, CLOCK, isId, newId, type Clock } from '@lawgate/database';
import { AuditTrail } from '@lawgate/cases';
import { addJob } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import type pg from 'pg';
import type { VerificationView } from './audit-views.ts';
import { verificationKind } from './verification-run.ts';

interface VerificationRow {
  readonly id: string;
  readonly requestedAt: Date;
  readonly requestedBy: VerificationView['requestedBy'];
  readonly state: VerificationView['state'];
  readonly casesTotal: number;
  readonly casesChecked: number;
  readonly entriesChecked: number;
  readonly broken: number;
  readonly findings: VerificationView['findings'];
  readonly finishedAt: Date | null;
}

const rowText = `select v.id, v.requested_at as "requestedAt", json_build_object('id', p.id, 'name', p.name) as "requestedBy",
       v.state, v.cases_total as "casesTotal", v.cases_checked as "casesChecked", v.entries_checked as "entriesChecked",
       v.broken, v.findings, v.finished_at as "finishedAt"
  from audit_verification v join person p on p.id = v.requested_by`;

/** Asking for a verification, and how far it is; the worker does it. */
@Injectable()
export class VerificationService {
  constructor(
    @Inject(APP_POOL) private readonly pool: pg.Pool,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** One that waits or runs already is given back instead of a second. */
  async request(principal: Principal, address: string): Promise<VerificationView> {
    return asViewer(this.pool, principal, async (client) => {
      // Two clicks at once would each find none.
      await client.query('select pg_advisory_xact_lock($1, hashtext($2))', [
        advisoryLocks.verification,
        principal.orgPath,
      ]);
      const open = await client.query<VerificationRow>(
        `${rowText} where v.org_path = $1 and v.state in ('waiting', 'running') limit 1`,
        [principal.orgPath],
      );
      if (open.rows[0] !== undefined) return viewOf(open.rows[0]);
      const id = newId();
      await client.query(
        'insert into audit_verification (id, org_id, org_path, requested_by, requested_at) values ($1, $2, $3, $4, $5)',
        [id, principal.orgId, principal.orgPath, principal.id, this.clock.now()],
      );
      await addJob(client, { kind: verificationKind, key: id, organisation: principal });
      await this.audit.recordIn(client, {
        orgId: principal.orgId,
        actor: principal,
        action: 'audit.verified',
        subject: { kind: 'verification', id },
        address,
      });
      return read(client, id);
    });
  }

  /** @throws ProblemError 404 */
  async find(principal: Principal, id: string): Promise<VerificationView> {
    if (!isId(id)) throw notFound('该次核验');
    return asViewer(this.pool, principal, (client) => read(client, id));
  }
}

async function read(client: pg.PoolClient, id: string): Promise<VerificationView> {
  const found = await client.query<VerificationRow>(`${rowText} where v.id = $1`, [id]);
  const row = found.rows[0];
  if (row === undefined) throw notFound('该次核验');
  return viewOf(row);
}

function viewOf(row: VerificationRow): VerificationView {
  return {
    id: row.id,
    requestedAt: row.requestedAt.toISOString(),
    requestedBy: row.requestedBy,
    state: row.state,
    cases: { total: row.casesTotal, checked: row.casesChecked },
    entries: { checked: row.entriesChecked },
    broken: row.broken,
    findings: row.findings,
    finishedAt: row.finishedAt === null ? null : row.finishedAt.toISOString(),
  };
}
