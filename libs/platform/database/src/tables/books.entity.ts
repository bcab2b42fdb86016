import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '../define-entity.ts';
import { PersonEntity } from './people.entity.ts';

/** A fact that reports count: one of a case on one day. Append-only. */
export const FactEntity = defineEntity({
  name: 'Fact',
  tableName: 'fact',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgId: p.uuid(),
    orgPath: p.text(),
    category: p.text(),
    kind: p.text(),
    onDate: p.date(),
    year: p.integer(),
    detail: p.json<unknown>(),
  },
});

/** An opinion as it was signed. Append-only. */
export const OpinionEntity = defineEntity({
  name: 'Opinion',
  tableName: 'opinion',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    act: p.text(),
    round: p.integer(),
    byPerson: () => p.manyToOne(PersonEntity).mapToPk().fieldName('by_person'),
    byName: p.text(),
    conclusion: p.text(),
    text: p.text(),
    points: p.json<unknown>(),
    at: p.datetime(),
    hash: p.text(),
  },
});

/** The counter of a series of document numbers; locked until the commit. */
export const NumberSeriesEntity = defineEntity({
  name: 'NumberSeries',
  tableName: 'number_series',
  properties: {
    orgId: p.uuid().primary(),
    orgPath: p.text(),
    code: p.text().primary(),
    year: p.integer().primary(),
    last: p.integer(),
  },
});

/** A document number that was taken. A void number stays. */
export const DocumentNumberEntity = defineEntity({
  name: 'DocumentNumber',
  tableName: 'document_number',
  properties: {
    orgId: p.uuid().primary(),
    orgPath: p.text(),
    code: p.text().primary(),
    year: p.integer().primary(),
    number: p.integer().primary(),
    text: p.text(),
    caseId: p.uuid(),
    purpose: p.text(),
    takenAt: p.datetime(),
    voidReason: p.text().nullable(),
    id: p.uuid().defaultRaw('gen_random_uuid()'),
    voidedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('voided_by').nullable(),
    voidedByName: p.text().nullable(),
    voidedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'document_number_id', properties: ['id', 'orgPath'] }],
});
