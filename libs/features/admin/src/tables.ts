import type { caseEntities } from '@lawgate/cases';
import type { Tables, TablesOf } from '@lawgate/database';
import { AuditChainEntity, AuditEntryEntity, AuditVerificationEntity } from './audit/audit.entity.ts';
import {
  DefinitionMigrationCaseEntity,
  DefinitionMigrationEntity,
} from './catalogue/versions/definition-migration.entity.ts';

/** The tables that this feature alone reads. */
export const adminEntities = [
  AuditEntryEntity,
  AuditChainEntity,
  AuditVerificationEntity,
  DefinitionMigrationEntity,
  DefinitionMigrationCaseEntity,
] as const;

export interface AdminTables extends Tables, TablesOf<typeof caseEntities>, TablesOf<typeof adminEntities> {}
