import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '../define-entity.ts';

/** A kind of background work that the workers of this installation handle. */
export const JobKindEntity = defineEntity({
  name: 'JobKind',
  tableName: 'job_kind',
  properties: {
    kind: p.text().primary(),
    title: p.text(),
    maxAttempts: p.integer(),
    scheduled: p.boolean(),
    seenAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});

/** One piece of background work. A holder of an older token can no longer write. */
export const JobEntity = defineEntity({
  name: 'Job',
  tableName: 'job',
  properties: {
    id: p.uuid().primary().defaultRaw('gen_random_uuid()'),
    kind: p.text(),
    key: p.text(),
    orgId: p.uuid().nullable(),
    orgPath: p.text().nullable(),
    payload: p.json<unknown>().defaultRaw("'{}'"),
    state: p.enum(['waiting', 'running', 'done', 'failed'] as const).default('waiting'),
    token: p.integer().default(1),
    attempts: p.integer().default(0),
    runAt: p.datetime().nullable(),
    plannedAt: p.datetime().nullable(),
    retryAt: p.datetime().nullable(),
    createdAt: p.datetime().defaultRaw('clock_timestamp()'),
    enqueuedAt: p.datetime().nullable(),
    startedAt: p.datetime().nullable(),
    finishedAt: p.datetime().nullable(),
    runner: p.integer().nullable(),
    lastError: p.text().nullable(),
    lastErrorAt: p.datetime().nullable(),
  },
});
