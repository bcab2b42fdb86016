import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity } from '@lawgate/database';
import type { VerificationView } from './audit-views.ts';

/** An action of a person outside of a case, chained for each organisation. Append-only. */
export const AuditEntryEntity = defineEntity({
  name: 'AuditEntry',
  tableName: 'audit_entry',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    seq: p.integer(),
    at: p.datetime(),
    actorId: p.uuid().nullable(),
    action: p.text(),
    subjectKind: p.text().nullable(),
    subjectId: p.text().nullable(),
    outcome: p.enum(['done', 'failed', 'refused'] as const),
    address: p.text().nullable(),
    body: p.text(),
    prevHash: p.text(),
    hash: p.text(),
  },
  uniques: [{ name: 'audit_entry_org_id_seq_key', properties: ['orgId', 'seq'] }],
});

/** The end of an organisation's chain. */
export const AuditChainEntity = defineEntity({
  name: 'AuditChain',
  tableName: 'audit_chain',
  properties: {
    orgId: p.uuid().primary(),
    orgPath: p.text(),
    seq: p.integer(),
    lastHash: p.text(),
  },
});

/** One verification of the chains of an organisation. */
export const AuditVerificationEntity = defineEntity({
  name: 'AuditVerification',
  tableName: 'audit_verification',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    requestedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('requested_by'),
    requestedAt: p.datetime(),
    state: p.enum(['waiting', 'running', 'done', 'failed'] as const).default('waiting'),
    casesTotal: p.integer().default(0),
    casesChecked: p.integer().default(0),
    entriesChecked: p.integer().default(0),
    findings: p.json<VerificationView['findings']>().defaultRaw("'[]'"),
    broken: p.integer().default(0),
    finishedAt: p.datetime().nullable(),
  },
});
