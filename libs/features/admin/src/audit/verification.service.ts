import { notFound, type Principal } from '@lawgate/contracts';
import { advisoryLocks, CLOCK, Database, isId, newId, type Clock, type Transaction } from '@lawgate/database';
import { AuditTrail } from '@lawgate/cases';
import { addJob } from '@lawgate/jobs';
import { Inject, Injectable } from '@nestjs/common';
import { sql } from 'kysely';
import { jsonBuildObject } from 'kysely/helpers/postgres';
import type { AdminTables } from '../tables.ts';
import { AuditVerificationEntity } from './audit.entity.ts';
import type { VerificationView } from './audit-views.ts';
import { verificationKind } from './verification-run.ts';

type Tx = Transaction<AdminTables>;

const verifications = ({ db }: Tx) =>
  db
    .selectFrom('audit_verification as v')
    .innerJoin('person as p', 'p.id', 'v.requestedBy')
    .select(['v.id', 'v.requestedAt', 'v.state', 'v.casesTotal', 'v.casesChecked', 'v.entriesChecked', 'v.broken'])
    .select(['v.findings', 'v.finishedAt'])
    .select(({ ref }) => jsonBuildObject({ id: ref('p.id'), name: ref('p.name') }).as('requestedBy'));

type VerificationRow = Awaited<ReturnType<ReturnType<typeof verifications>['executeTakeFirstOrThrow']>>;

/** Requests a verification and reports its progress; the worker runs it. */
@Injectable()
export class VerificationService {
  constructor(
    private readonly database: Database<AdminTables>,
    private readonly audit: AuditTrail,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Returns one that waits or runs already instead of adding a second. */
  async request(principal: Principal, address: string): Promise<VerificationView> {
    return this.database.as(principal, async (tx) => {
      // Two concurrent requests would both find none.
      await sql`select pg_advisory_xact_lock(${advisoryLocks.verification}, hashtext(${principal.orgPath}))`.execute(
        tx.db,
      );
      const open = await verifications(tx)
        .where('v.orgPath', '=', principal.orgPath)
        .where('v.state', 'in', ['waiting', 'running'])
        .limit(1)
        .executeTakeFirst();
      if (open !== undefined) return viewOf(open);
      const id = newId();
      tx.em.create(AuditVerificationEntity, {
        id,
        orgId: principal.orgId,
        orgPath: principal.orgPath,
        requestedBy: principal.id,
        requestedAt: this.clock.now(),
      });
      await tx.flush();
      await addJob(tx.client, { kind: verificationKind, key: id, organisation: principal });
      await this.audit.recordIn(tx.client, {
        orgId: principal.orgId,
        actor: principal,
        action: 'audit.verified',
        subject: { kind: 'verification', id },
        address,
      });
      return read(tx, id);
    });
  }

  /** @throws ProblemError 404 */
  async find(principal: Principal, id: string): Promise<VerificationView> {
    if (!isId(id)) throw notFound('该次核验');
    return this.database.as(principal, (tx) => read(tx, id));
  }
}

async function read(tx: Tx, id: string): Promise<VerificationView> {
  const row = await verifications(tx).where('v.id', '=', id).executeTakeFirst();
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
