import type { Tables, TablesOf } from '@lawgate/database';
import { ComparisonEntity } from './comparing/comparison.entity.ts';
import { DocumentAccessEntity } from './document-access.entity.ts';
import { PaperReadingEntity, PaperTemplateChoiceEntity, PaperTemplateEntity } from './papers/paper.entity.ts';
import { RecordingEntity, RecordingVoidEntity } from './recordings/recording.entity.ts';

/** The tables that only this feature reads. */
export const documentEntities = [
  ComparisonEntity,
  DocumentAccessEntity,
  PaperReadingEntity,
  PaperTemplateEntity,
  PaperTemplateChoiceEntity,
  RecordingEntity,
  RecordingVoidEntity,
] as const;

export interface DocumentTables extends Tables, TablesOf<typeof documentEntities> {}
