import { p } from '@mikro-orm/postgresql';
import { defineEntity } from '@lawgate/database';
import type { CaseRefusal } from '@lawgate/cases';
import type { MigrationChange } from '@lawgate/engine';

/** A migration of open cases between two versions of a category, as an administrator ordered it. */
export const DefinitionMigrationEntity = defineEntity({
  name: 'DefinitionMigration',
  tableName: 'definition_migration',
  properties: {
    id: p.uuid().primary(),
    orgId: p.uuid(),
    orgPath: p.text(),
    key: p.text(),
    fromVersion: p.integer(),
    toVersion: p.integer(),
    reason: p.text().nullable(),
    orderedBy: p.uuid(),
    orderedByName: p.text(),
    orderedAt: p.datetime(),
    state: p.enum(['waiting', 'running', 'done', 'failed'] as const).default('waiting'),
    finishedAt: p.datetime().nullable(),
  },
  uniques: [{ name: 'definition_migration_id_org_path_key', properties: ['id', 'orgPath'] }],
});

/** One of its cases. */
export const DefinitionMigrationCaseEntity = defineEntity({
  name: 'DefinitionMigrationCase',
  tableName: 'definition_migration_case',
  properties: {
    migrationId: p.uuid().primary(),
    caseId: p.uuid().primary(),
    orgPath: p.text(),
    outcome: p.enum(['waiting', 'migrated', 'kept', 'left'] as const).default('waiting'),
    stage: p.text(),
    toStage: p.text().nullable(),
    changes: p.json<readonly MigrationChange[]>().defaultRaw("'[]'"),
    refusals: p.json<readonly CaseRefusal[]>().defaultRaw("'[]'"),
  },
});
