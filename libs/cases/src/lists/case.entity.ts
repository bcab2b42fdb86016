import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** The searchable columns of a case; its stored state is read and written by the runtime alone. */
export const CaseEntity = defineEntity({
  name: 'ReviewCase',
  tableName: 'review_case',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    category: p.text(),
    title: p.text(),
    state: p.text(),
    stage: p.text(),
    status: p.enum(['active', 'done'] as const),
    version: p.integer(),
    createdBy: p.uuid(),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    dueOn: p.date().nullable(),
    backDated: p.boolean(),
  },
});
export type CaseRow = InferEntity<typeof CaseEntity>;
