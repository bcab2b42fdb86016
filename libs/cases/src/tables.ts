import type { Tables, TablesOf } from '@lawgate/database';
import { CalendarChangeEntity, CalendarDayEntity, CalendarOverrideEntity } from './calendar/calendar.entity.ts';
import { DefinitionVersionEntity } from './definitions/definition-version.entity.ts';

/** The tables that only this package reads. */
export const caseEntities = [
  CalendarDayEntity,
  CalendarOverrideEntity,
  CalendarChangeEntity,
  DefinitionVersionEntity,
] as const;

export interface CaseTables extends Tables, TablesOf<typeof caseEntities> {}
