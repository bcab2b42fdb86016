import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity } from '@lawgate/database';

/** An access of a person to a document. Append-only. */
export const DocumentAccessEntity = defineEntity({
  name: 'DocumentAccess',
  tableName: 'document_access',
  properties: {
    id: p.uuid().primary(),
    documentId: p.uuid(),
    caseId: p.uuid(),
    orgPath: p.text(),
    personId: () => p.manyToOne(PersonEntity).mapToPk().fieldName('person_id'),
    personName: p.text(),
    what: p.enum(['download', 'read', 'text', 'comparison'] as const),
    at: p.datetime(),
  },
});
