import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** One version of one material. The bytes are in the content store under `sha256`. */
export const DocumentEntity = defineEntity({
  name: 'Document',
  tableName: 'document',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    kind: p.text(),
    name: p.text(),
    version: p.integer(),
    round: p.integer(),
    size: p.bigint('number'),
    mediaType: p.text(),
    sha256: p.text(),
    sm3: p.text(),
    uploadedBy: p.uuid(),
    uploadedAt: p.datetime(),
  },
});
export type DocumentRow = InferEntity<typeof DocumentEntity>;
