import type { Tables, TablesOf } from '@lawgate/database';
import { AuditChainEntity, AuditEntryEntity, AuditVerificationEntity } from './audit/audit.entity.ts';

/** The tables that only this feature reads. */
export const adminEntities = [AuditEntryEntity, AuditChainEntity, AuditVerificationEntity] as const;

export interface AdminTables extends Tables, TablesOf<typeof adminEntities> {}
