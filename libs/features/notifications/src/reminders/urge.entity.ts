import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity, TaskEntity } from '@lawgate/database';

/** One manual reminder (催办) of a task. Append-only. */
export const UrgeEntity = defineEntity({
  name: 'Urge',
  tableName: 'urge',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    taskId: () => p.manyToOne(TaskEntity).mapToPk().fieldName('task_id'),
    seq: p.integer(),
    byPerson: () => p.manyToOne(PersonEntity).mapToPk().fieldName('by_person'),
    note: p.text().nullable(),
    at: p.datetime(),
  },
  uniques: [{ name: 'urge_task_id_seq_key', properties: ['taskId', 'seq'] }],
});

/** A case that one person copied to another. Append-only. */
export const CaseCopyEntity = defineEntity({
  name: 'CaseCopy',
  tableName: 'case_copy',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    personId: p.uuid(),
    byPerson: () => p.manyToOne(PersonEntity).mapToPk().fieldName('by_person'),
    version: p.integer(),
    note: p.text().nullable(),
    at: p.datetime(),
    outboxId: p.uuid(),
  },
  uniques: [
    {
      name: 'case_copy_case_id_person_id_by_person_version_key',
      properties: ['caseId', 'personId', 'byPerson', 'version'],
    },
  ],
});
