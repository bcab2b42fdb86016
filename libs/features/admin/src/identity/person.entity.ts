import { defineEntity, p, type InferEntity } from '@mikro-orm/postgresql';

/** A person as colleagues see them. The password hash is no property: the application role has no right to read it. */
export const PersonEntity = defineEntity({
  name: 'Person',
  tableName: 'person',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    username: p.text(),
    name: p.text(),
    roles: p.array(),
    qualifications: p.array(),
    active: p.boolean(),
    // Lazy, because with a lazy property the ORM names the columns that it reads. `select *` would ask for the password
    // hash too, and be refused.
    createdAt: p.datetime().lazy(),
  },
});
export type PersonRow = InferEntity<typeof PersonEntity>;
