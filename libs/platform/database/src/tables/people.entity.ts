import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '../define-entity.ts';

/** A county or a town. `path` is `/county/town/`: row-level security compares its prefix. */
export const OrganisationEntity = defineEntity({
  name: 'Organisation',
  tableName: 'organisation',
  properties: {
    id: p.uuid().primary(),
    parentId: p.uuid().nullable(),
    kind: p.enum(['county', 'town'] as const),
    code: p.text(),
    name: p.text(),
    path: p.text(),
  },
  uniques: [
    { name: 'organisation_code_key', properties: ['code'] },
    { name: 'organisation_path_key', properties: ['path'] },
    { name: 'organisation_id_path_key', properties: ['id', 'path'] },
  ],
});

/**
 * A person with an account. The application role has no right to read `passwordHash` and `email`, so these are loaded
 * only on request.
 */
export const PersonEntity = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    username: p.text(),
    name: p.text(),
    passwordHash: p.text().lazy(),
    roles: p.array(),
    qualifications: p.array().default([]),
    active: p.boolean().default(true),
    createdAt: p.datetime(),
    email: p.text().nullable().lazy(),
    mustChangePassword: p.boolean().default(false),
  },
  uniques: [
    { name: 'person_username_key', properties: ['username'] },
    { name: 'person_id_org_path_key', properties: ['id', 'orgPath'] },
  ],
});

/** An open session; only functions of the database read it. */
export const SessionEntity = defineEntity({
  name: 'Session',
  tableName: 'session',
  properties: {
    tokenHash: p.blob().primary(),
    personId: () => p.manyToOne(PersonEntity).mapToPk().fieldName('person_id'),
    createdAt: p.datetime(),
    expiresAt: p.datetime(),
  },
});

/** Who stands in for whom, from `fromOn` to the day before `toOn`. */
export const StandInEntity = defineEntity({
  name: 'StandIn',
  tableName: 'stand_in',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    personId: p.uuid(),
    standInId: p.uuid(),
    fromOn: p.date(),
    toOn: p.date(),
    enteredBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('entered_by'),
    enteredAt: p.datetime(),
  },
});

/** The answer to a request with an idempotency key. */
export const IdempotencyEntity = defineEntity({
  name: 'Idempotency',
  tableName: 'idempotency',
  properties: {
    personId: () => p.manyToOne(PersonEntity).mapToPk().fieldName('person_id').primary(),
    key: p.text().primary(),
    requestHash: p.text(),
    status: p.integer(),
    response: p.json<unknown>().columnType('json'),
    createdAt: p.datetime(),
  },
});
