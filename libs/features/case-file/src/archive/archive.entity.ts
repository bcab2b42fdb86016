import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity } from '@lawgate/database';

/** Page counts by the archivist. Append-only; the newest row is valid. */
export const PageCountEntity = defineEntity({
  name: 'PageCount',
  tableName: 'page_count',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    itemId: p.uuid(),
    pages: p.integer(),
    enteredBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('entered_by'),
    enteredByName: p.text(),
    enteredAt: p.datetime(),
  },
});

/** Cases that were handed over together. Append-only. */
export const ArchiveHandOverEntity = defineEntity({
  name: 'ArchiveHandOver',
  tableName: 'archive_hand_over',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    receiver: p.text(),
    note: p.text().nullable(),
    cases: p.integer(),
    handedBy: p.uuid(),
    handedByName: p.text(),
    handedAt: p.datetime(),
    requestKey: p.text().nullable(),
    requestHash: p.text().nullable(),
  },
  uniques: [
    {
      name: 'archive_hand_over_org_id_org_path_handed_by_request_key_key',
      properties: ['orgId', 'orgPath', 'handedBy', 'requestKey'],
    },
    { name: 'archive_hand_over_id_org_path_key', properties: ['id', 'orgPath'] },
  ],
});

/** One case of a hand-over, with its data at that time. Append-only. */
export const ArchiveHandOverCaseEntity = defineEntity({
  name: 'ArchiveHandOverCase',
  tableName: 'archive_hand_over_case',
  properties: {
    handOverId: p.uuid().primary(),
    line: p.integer().primary(),
    orgPath: p.text().primary(),
    caseId: p.uuid(),
    category: p.text(),
    title: p.text(),
    number: p.text().nullable(),
    fileNumber: p.text().nullable(),
    archivedOn: p.date(),
    retention: p.integer().nullable(),
    items: p.integer(),
    pages: p.integer().nullable(),
    lastHash: p.text(),
  },
});
