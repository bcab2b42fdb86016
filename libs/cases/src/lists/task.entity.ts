import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';
import { CaseEntity } from './case.entity.ts';

/** One asking of one person or role; the queue is the list of the open ones. */
export const TaskEntity = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    case: () => p.manyToOne(CaseEntity),
    orgPath: p.text(),
    key: p.text(),
    visit: p.integer(),
    seat: p.text(),
    role: p.text(),
    label: p.text(),
    holder: p.uuid().nullable(),
    status: p.enum(['open', 'closed'] as const),
    dueOn: p.date().nullable(),
    provisional: p.boolean(),
    openedAt: p.datetime(),
  },
});
export type TaskRow = InferEntity<typeof TaskEntity>;
