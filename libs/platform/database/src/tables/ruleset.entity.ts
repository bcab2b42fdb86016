import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '../define-entity.ts';
import { PersonEntity } from './people.entity.ts';

/** A rule set of a town or county, in force from its effective date. Never changed. */
export const RulesetEntity = defineEntity({
  name: 'Ruleset',
  tableName: 'ruleset',
  properties: {
    version: p.integer().primary().autoincrement(),
    orgId: p.uuid(),
    orgPath: p.text(),
    effectiveFrom: p.date(),
    documentNumber: p.text(),
    note: p.text().nullable(),
    baseVersion: p.integer(),
    enteredBy: () => p.manyToOne(PersonEntity).mapToPk().fieldName('entered_by'),
    enteredByName: p.text(),
    enteredAt: p.datetime(),
  },
  uniques: [{ name: 'ruleset_version_org_path_key', properties: ['version', 'orgPath'] }],
});

/** A value of a rule set that differs from the built-in one. */
export const RulesetParameterEntity = defineEntity({
  name: 'RulesetParameter',
  tableName: 'ruleset_parameter',
  properties: {
    version: p.integer().primary(),
    orgPath: p.text(),
    category: p.text().primary(),
    key: p.text().primary(),
    value: p.double(),
    citation: p.text().nullable(),
  },
});
