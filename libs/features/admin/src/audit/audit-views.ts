/** The public shapes of the audit. None of them contains text of a case. */
import { CivilDateText, nameSchemas, PersonRef } from '@lawgate/contracts';
import { auditActions, type AuditAction } from '@lawgate/cases';
import { z } from 'zod';

const actions = Object.keys(auditActions) as [AuditAction, ...AuditAction[]];

export const AuditEntryView = z.object({
  id: z.string(),
  organisation: z.object({ id: z.string(), name: z.string() }),
  /** Position in the organisation's chain. */
  seq: z.number(),
  at: z.string(),
  /** Null where nobody was logged in. */
  actor: PersonRef.nullable(),
  action: z.string(),
  label: z.string(),
  subject: z.object({ kind: z.string(), id: z.string() }).nullable(),
  outcome: z.enum(['done', 'failed', 'refused']),
  address: z.string().nullable(),
  detail: z.record(z.string(), z.unknown()),
  hash: z.string(),
});
export type AuditEntryView = z.infer<typeof AuditEntryView>;

export const AuditPage = z.object({ items: z.array(AuditEntryView), next: z.string().nullable() });
export type AuditPage = z.infer<typeof AuditPage>;

export const AuditQuery = z.object({
  /** Id of the person who acted. */
  actor: z.uuid({ error: '人员编号不正确' }).optional(),
  action: z.enum(actions, { error: '没有这种操作' }).optional(),
  outcome: z.enum(['done', 'failed', 'refused']).optional(),
  /** Id of the object of the action, such as an account. */
  subject: z.string().min(1).max(64).optional(),
  /** Days of Asia/Shanghai, both included. */
  from: CivilDateText.optional(),
  to: CivilDateText.optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
});
export type AuditQuery = z.infer<typeof AuditQuery>;

export const VerificationView = z.object({
  id: z.string(),
  requestedAt: z.string(),
  requestedBy: PersonRef,
  state: z.enum(['waiting', 'running', 'done', 'failed']),
  cases: z.object({ total: z.number(), checked: z.number() }),
  entries: z.object({ checked: z.number() }),
  /** Number of all that do not verify; `findings` lists the first of them. */
  broken: z.number(),
  findings: z.array(
    z.object({
      kind: z.enum(['case', 'audit']),
      /** Of the case, or of the entry of the log. */
      id: z.string(),
      /** History row of the case that says otherwise, 0 where none does; number of the entry in the log. */
      seq: z.number(),
      reason: z.string(),
      /** Of a case: table, key of the row, and column; the column is null where a row is missing or was added. */
      table: z.string().optional(),
      row: z.string().optional(),
      column: z.string().nullable().optional(),
    }),
  ),
  finishedAt: z.string().nullable(),
});
export type VerificationView = z.infer<typeof VerificationView>;

export const CaseTrail = z.object({
  items: z.array(
    z.object({
      seq: z.number(),
      type: z.string(),
      label: z.string(),
      at: z.string(),
      actor: PersonRef.nullable(),
      hash: z.string(),
    }),
  ),
  next: z.null(),
});
export type CaseTrail = z.infer<typeof CaseTrail>;

nameSchemas(import.meta.url, {
  OrganisationName: AuditEntryView.shape.organisation,
  AuditEntry: AuditEntryView,
  AuditPage,
  AuditVerification: VerificationView,
  CaseTrail,
});
