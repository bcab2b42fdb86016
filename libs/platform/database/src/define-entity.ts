import { defineEntity as define, type EntitySchema } from '@mikro-orm/postgresql';

/** Every entity whose file was loaded. EntitySchema is generic over each; a set of them has no common parameter. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export const knownEntities = new Set<EntitySchema<any>>();

/** `defineEntity` of MikroORM; also registers the entity for the unit of work, so that no list is needed. */
export const defineEntity = ((definition: Parameters<typeof define>[0]) => {
  const entity = define(definition);
  knownEntities.add(entity);
  return entity;
}) as typeof define;
