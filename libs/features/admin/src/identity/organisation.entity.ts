import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** A county or a town. */
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
});
export type OrganisationRow = InferEntity<typeof OrganisationEntity>;
