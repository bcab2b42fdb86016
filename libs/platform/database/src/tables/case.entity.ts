import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '../define-entity.ts';
import { PersonEntity } from './people.entity.ts';

/** A case; `stored` is the state of the engine and is read and written only by the commit. */
export const CaseEntity = defineEntity({
  name: 'ReviewCase',
  tableName: 'review_case',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    category: p.text(),
    title: p.text(),
    definitionVersion: p.integer(),
    rulesetVersion: p.integer(),
    state: p.text(),
    stage: p.text(),
    status: p.enum(['active', 'done'] as const),
    version: p.integer(),
    documents: p.integer().default(0),
    stored: p.json<unknown>().columnType('json'),
    lastHash: p.text(),
    createdBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('created_by'),
    createdAt: p.datetime(),
    updatedAt: p.datetime(),
    dueOn: p.date().nullable(),
    backDated: p.boolean().default(false),
    recorded: p.boolean().default(false),
  },
  uniques: [{ name: 'review_case_id_org_path_key', properties: ['id', 'orgPath'] }],
});

/** The append-only chain of a case: `hash` = SM3(`prevHash`, `body`). */
export const HistoryEntity = defineEntity({
  name: 'History',
  tableName: 'history',
  properties: {
    caseId: p.uuid().primary(),
    seq: p.integer().primary(),
    orgPath: p.text(),
    at: p.datetime(),
    type: p.text(),
    actorId: p.uuid().nullable(),
    body: p.text(),
    prevHash: p.text(),
    hash: p.text(),
  },
});

/** One request to one person or role to act; the queue is the list of the open ones. */
export const TaskEntity = defineEntity({
  name: 'Task',
  tableName: 'task',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    key: p.text(),
    visit: p.integer(),
    seat: p.text(),
    role: p.text(),
    label: p.text(),
    holder: () => p.manyToOne(PersonEntity).mapToPk().fieldName('holder').nullable(),
    clockKey: p.text().nullable(),
    status: p.enum(['open', 'closed'] as const).default('open'),
    outcome: p.text().nullable(),
    dueOn: p.date().nullable(),
    provisional: p.boolean().default(false),
    openedAt: p.datetime(),
    closedAt: p.datetime().nullable(),
    closedBy: p.uuid().nullable(),
    turn: p.integer(),
  },
  uniques: [{ name: 'task_case_id_key_visit_seat_turn_key', properties: ['caseId', 'key', 'visit', 'seat', 'turn'] }],
});

/** One run of a clock of a case. */
export const ClockEntity = defineEntity({
  name: 'Clock',
  tableName: 'clock',
  properties: {
    caseId: p.uuid().primary(),
    key: p.text().primary(),
    run: p.integer().primary(),
    orgPath: p.text(),
    status: p.text(),
    dueOn: p.date().nullable(),
    provisional: p.boolean(),
    onDue: p.text().nullable(),
    state: p.json<unknown>().columnType('json'),
  },
});

/** A row that the import of an earlier version had generated for a case, and that counts no longer. */
export const GeneratedRowEntity = defineEntity({
  name: 'GeneratedRow',
  tableName: 'generated_row',
  properties: {
    caseId: p.uuid().primary(),
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    orgPath: p.text(),
    source: p.enum(['opinion', 'fact', 'task', 'clock', 'timer', 'case_access'] as const),
    content: p.json<unknown>(),
    takenBackAt: p.datetime(),
  },
});

/** Access of a person to a case, and whether it is still valid. */
export const CaseAccessEntity = defineEntity({
  name: 'CaseAccess',
  tableName: 'case_access',
  properties: {
    caseId: p.uuid().primary(),
    personId: () => p.manyToOne(PersonEntity).mapToPk().fieldName('person_id').primary(),
    orgPath: p.text(),
    grantedAt: p.datetime(),
    revokedAt: p.datetime().nullable(),
    revokedReason: p.text().nullable(),
  },
});
