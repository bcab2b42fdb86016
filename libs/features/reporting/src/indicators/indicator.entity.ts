import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity } from '@lawgate/database';

/** Changes of an organisation to a built-in kind of the ledger, or a kind of its own. */
export const IndicatorKindEntity = defineEntity({
  name: 'IndicatorKind',
  tableName: 'indicator_kind',
  properties: {
    orgId: p.uuid().primary(),
    orgPath: p.text().primary(),
    key: p.text().primary(),
    label: p.text(),
    unit: p.text(),
    mode: p.enum(['sum', 'standing'] as const),
    section: p.text(),
    synonyms: p.array(),
    expected: p.enum(['quarter'] as const).nullable(),
    active: p.boolean(),
    changedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('changed_by'),
    changedAt: p.datetime(),
  },
});

/** One entry of the ledger. Append-only. */
export const IndicatorEntryEntity = defineEntity({
  name: 'IndicatorEntry',
  tableName: 'indicator_entry',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    kind: p.text(),
    onDate: p.date(),
    year: p.integer().generated('(EXTRACT(year FROM on_date))::integer stored'),
    number: p.integer(),
    note: p.text(),
    enteredBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('entered_by'),
    enteredByName: p.text(),
    enteredAt: p.datetime(),
    requestKey: p.text().nullable(),
    requestHash: p.text().nullable(),
  },
  uniques: [
    {
      name: 'indicator_entry_org_id_org_path_entered_by_request_key_key',
      properties: ['orgId', 'orgPath', 'enteredBy', 'requestKey'],
    },
    { name: 'indicator_entry_id_org_path_key', properties: ['id', 'orgPath'] },
  ],
});

/** The voiding of an entry, with its reason. Append-only. */
export const IndicatorVoidEntity = defineEntity({
  name: 'IndicatorVoid',
  tableName: 'indicator_void',
  properties: {
    entryId: p.uuid().primary(),
    orgPath: p.text().primary(),
    reason: p.text(),
    voidedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('voided_by'),
    voidedByName: p.text(),
    voidedAt: p.datetime(),
  },
});

/** A file that proves an entry of the ledger. Append-only. */
export const IndicatorAttachmentEntity = defineEntity({
  name: 'IndicatorAttachment',
  tableName: 'indicator_attachment',
  properties: {
    id: p.uuid().primary(),
    entryId: p.uuid(),
    orgPath: p.text(),
    name: p.text(),
    size: p.bigint('number'),
    sha256: p.text(),
    sm3: p.text(),
    attachedBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('attached_by'),
    attachedByName: p.text(),
    attachedAt: p.datetime(),
  },
  uniques: [
    { name: 'indicator_attachment_entry_id_org_path_sha256_key', properties: ['entryId', 'orgPath', 'sha256'] },
  ],
});

/** A reminder of an empty quarter that was sent, once. */
export const IndicatorReminderEntity = defineEntity({
  name: 'IndicatorReminder',
  tableName: 'indicator_reminder',
  properties: {
    orgId: p.uuid().primary(),
    orgPath: p.text().primary(),
    kind: p.text().primary(),
    year: p.integer().primary(),
    quarter: p.integer().primary(),
    toldAt: p.datetime(),
  },
});
