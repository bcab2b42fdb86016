import { defineEntity } from '@lawgate/database';
import { p } from '@mikro-orm/postgresql';

/** What each version of a category said when it was first used. */
export const DefinitionVersionEntity = defineEntity({
  name: 'DefinitionVersion',
  tableName: 'definition_version',
  properties: {
    key: p.text().primary(),
    version: p.integer().primary(),
    hash: p.text(),
    parts: p.json<Readonly<Record<string, string>>>(),
    recordedAt: p.datetime().defaultRaw('clock_timestamp()'),
  },
});
