import type { Tables, TablesOf } from '@lawgate/database';
import { CalendarChangeEntity, CalendarDayEntity, CalendarOverrideEntity } from './calendar/calendar.entity.ts';
import { RefusalMetEntity } from './commit/refusal.entity.ts';
import { DefinitionVersionEntity } from './definitions/definition-version.entity.ts';

/** The tables that only this package reads. */
export const caseEntities = [
  CalendarDayEntity,
  CalendarOverrideEntity,
  CalendarChangeEntity,
  DefinitionVersionEntity,
  RefusalMetEntity,
] as const;

export interface CaseTables extends Tables, TablesOf<typeof caseEntities> {}
