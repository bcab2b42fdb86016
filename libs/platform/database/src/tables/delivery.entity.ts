import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '../define-entity.ts';
import { CaseEntity } from './case.entity.ts';
import { PersonEntity } from './people.entity.ts';

/** Number of attempts, and the error of the last one; a row with `failedAt` waits for the operator. */
const tries = {
  attempts: p.integer().default(0),
  retryAt: p.datetime().nullable(),
  lastError: p.text().nullable(),
  lastErrorAt: p.datetime().nullable(),
  failedAt: p.datetime().nullable(),
};

/** Work that is due at a time. A delivery with an older token does nothing. */
export const TimerEntity = defineEntity({
  name: 'Timer',
  tableName: 'timer',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    kind: p.enum(['reminder', 'clock-due', 'clock-reminder'] as const),
    subject: p.text(),
    visit: p.integer(),
    stage: p.text(),
    fireAt: p.datetime(),
    token: p.integer().default(1),
    status: p.enum(['pending', 'enqueued', 'fired', 'cancelled'] as const).default('pending'),
    enqueuedAt: p.datetime().nullable(),
    firedAt: p.datetime().nullable(),
    settledAt: p.datetime().nullable(),
    ...tries,
  },
  uniques: [
    { name: 'timer_case_id_subject_visit_kind_stage_key', properties: ['caseId', 'subject', 'visit', 'kind', 'stage'] },
  ],
});

/** Work that is due after a commit. */
export const OutboxEntity = defineEntity({
  name: 'Outbox',
  tableName: 'outbox',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    kind: p.text(),
    payload: p.json<unknown>(),
    createdAt: p.datetime(),
    enqueuedAt: p.datetime().nullable(),
    deliveredAt: p.datetime().nullable(),
    settledAt: p.datetime().nullable(),
    ...tries,
  },
});

/** A reminder that was sent, once. */
export const ReminderEntity = defineEntity({
  name: 'Reminder',
  tableName: 'reminder',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    subject: p.text(),
    visit: p.integer(),
    kind: p.text(),
    stage: p.text(),
    firedAt: p.datetime(),
  },
  uniques: [
    {
      name: 'reminder_case_id_subject_visit_kind_stage_key',
      properties: ['caseId', 'subject', 'visit', 'kind', 'stage'],
    },
  ],
});

/** One notice to one person; `source` makes it unique. */
export const NotificationEntity = defineEntity({
  name: 'Notification',
  tableName: 'notification',
  properties: {
    id: p.uuid().primary(),
    personId: () => p.manyToOne(PersonEntity).mapToPk().fieldName('person_id'),
    orgPath: p.text(),
    caseId: () => p.manyToOne(CaseEntity).mapToPk().fieldName('case_id').nullable(),
    kind: p.text(),
    text: p.text(),
    createdAt: p.datetime(),
    readAt: p.datetime().nullable(),
    source: p.text(),
  },
  uniques: [{ name: 'notification_person_id_source_key', properties: ['personId', 'source'] }],
});
