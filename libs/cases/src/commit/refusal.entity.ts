import { p } from '@mikro-orm/postgresql';
import { defineEntity, PersonEntity } from '@lawgate/database';
import type { RuleRefusal } from '@lawgate/engine';

/** A refusal by a rule. Append-only. */
export const RefusalMetEntity = defineEntity({
  name: 'RefusalMet',
  tableName: 'refusal_met',
  properties: {
    id: p.uuid().primary(),
    caseId: p.uuid(),
    orgPath: p.text(),
    version: p.integer(),
    event: p.text(),
    rules: p.text(),
    refusals: p.json<readonly RuleRefusal[]>(),
    byPerson: () => p.manyToOne(PersonEntity).mapToPk().fieldName('by_person'),
    byName: p.text(),
    at: p.datetime(),
  },
  uniques: [
    {
      name: 'refusal_met_case_id_org_path_version_event_by_person_rules_key',
      properties: ['caseId', 'orgPath', 'version', 'event', 'byPerson', 'rules'],
    },
  ],
});
