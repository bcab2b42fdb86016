/** The tables that several packages read. A table that only one package reads has its entity there. */
import { DocumentNumberEntity, FactEntity, NumberSeriesEntity, OpinionEntity } from './books.entity.ts';
import {
  CaseAccessEntity,
  CaseEntity,
  ClockEntity,
  GeneratedRowEntity,
  HistoryEntity,
  TaskEntity,
} from './case.entity.ts';
import { NotificationEntity, OutboxEntity, ReminderEntity, TimerEntity } from './delivery.entity.ts';
import { DocumentEntity, DocumentTextEntity, PaperEntity } from './document.entity.ts';
import { JobEntity, JobKindEntity } from './job.entity.ts';
import { IdempotencyEntity, OrganisationEntity, PersonEntity, SessionEntity, StandInEntity } from './people.entity.ts';
import { DemonstrationEntity, SimulatedClockEntity } from './process.entity.ts';
import { RulesetEntity, RulesetParameterEntity } from './ruleset.entity.ts';

export * from './books.entity.ts';
export * from './case.entity.ts';
export * from './delivery.entity.ts';
export * from './document.entity.ts';
export * from './job.entity.ts';
export * from './people.entity.ts';
export * from './process.entity.ts';
export * from './ruleset.entity.ts';

export const sharedEntities = [
  OrganisationEntity,
  PersonEntity,
  SessionEntity,
  StandInEntity,
  IdempotencyEntity,
  CaseEntity,
  HistoryEntity,
  TaskEntity,
  ClockEntity,
  CaseAccessEntity,
  GeneratedRowEntity,
  FactEntity,
  OpinionEntity,
  NumberSeriesEntity,
  DocumentNumberEntity,
  TimerEntity,
  OutboxEntity,
  ReminderEntity,
  NotificationEntity,
  JobKindEntity,
  JobEntity,
  DocumentEntity,
  DocumentTextEntity,
  PaperEntity,
  RulesetEntity,
  RulesetParameterEntity,
  SimulatedClockEntity,
  DemonstrationEntity,
] as const;
