import type { Tables, TablesOf } from '@lawgate/database';
import type { GeneratedAlways } from 'kysely';
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

type OwnTables = TablesOf<typeof reportingEntities>;

export interface ReportingTables extends Tables, Omit<OwnTables, 'indicator_entry'> {
  // MikroORM does not say in its types that the database generates a column.
  indicator_entry: Omit<OwnTables['indicator_entry'], 'year'> & { year: GeneratedAlways<number> };
}
