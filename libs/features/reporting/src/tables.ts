import type { Tables, TablesOf } from '@lawgate/database';
import {
  IndicatorAttachmentEntity,
  IndicatorEntryEntity,
  IndicatorKindEntity,
  IndicatorReminderEntity,
  IndicatorVoidEntity,
} from './indicators/indicator.entity.ts';
import { RegisterEntryEntity, RegisterViewEntity } from './register/entries/register.entity.ts';
import {
  RegisterImportEntity,
  RegisterImportLineEntity,
  RegisterMappingEntity,
} from './register/import/import.entity.ts';
import {
  AnnualCaseEntity,
  AnnualFreezeEntity,
  ReportTemplateEntity,
  YearLivedEntity,
} from './reports/report.entity.ts';

/** The tables that this feature alone reads. */
export const reportingEntities = [
  IndicatorKindEntity,
  IndicatorEntryEntity,
  IndicatorVoidEntity,
  IndicatorAttachmentEntity,
  IndicatorReminderEntity,
  RegisterEntryEntity,
  RegisterViewEntity,
  RegisterImportEntity,
  RegisterImportLineEntity,
  RegisterMappingEntity,
  YearLivedEntity,
  AnnualFreezeEntity,
  AnnualCaseEntity,
  ReportTemplateEntity,
] as const;

export interface ReportingTables extends Tables, TablesOf<typeof reportingEntities> {}
