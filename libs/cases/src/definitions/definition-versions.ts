/** Compares the definitions that are installed with those under which cases were begun. */
import { advisoryLocks, typedQueries } from '@lawgate/database';
import { partsThatDiffer, type Definition, type DefinitionIdentity } from '@lawgate/engine';
import { sql } from 'kysely';
import type pg from 'pg';
import type { CaseTables } from '../tables.ts';
import { sqlText } from '../sql-text.ts';

const recordStatement = sqlText('record-definition-versions');

/** The installed definitions do not fit the cases in the database. Thrown at start. */
export class DefinitionVersionError extends Error {
  constructor(
    readonly code: 'workflows.version-missing' | 'workflows.version-changed',
    message: string,
  ) {
    super(message);
    this.name = 'DefinitionVersionError';
  }
}

interface KnownVersion extends DefinitionIdentity {
  readonly key: string;
  readonly version: number;
}

/**
 * Records each version that cases may use from now on. Refuses to start where a used version has changed, or where open
 * cases belong to a version that is not installed.
 *
 * @param owner pool of the owner of the tables, who sees the cases of every town
 * @throws DefinitionVersionError
 */
export async function recordDefinitionVersions(
  owner: pg.Pool,
  definitions: readonly Definition[],
  identityOf: (definition: Definition) => DefinitionIdentity,
): Promise<void> {
  const installed: KnownVersion[] = definitions.map((definition) => {
    const { hash, parts } = identityOf(definition);
    return { key: definition.key, version: definition.version, hash, parts };
  });
  const client = await owner.connect();
  try {
    await client.query('begin');
    await sql`select pg_advisory_xact_lock(${advisoryLocks.definitionVersions})`.execute(typedQueries(client));
    await requireInstalled(client, installed);
    await requireUnchanged(client, installed);
    await client.query(recordStatement, [JSON.stringify(installed)]);
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function requireInstalled(client: pg.PoolClient, installed: readonly KnownVersion[]): Promise<void> {
  const open = await typedQueries<CaseTables>(client)
    .selectFrom('review_case')
    .select(['category as key', 'definitionVersion as version'])
    .select(({ fn }) => fn.countAll<number>().as('cases'))
    .where('status', '=', sql.lit('active'))
    .groupBy(['category', 'definitionVersion'])
    .orderBy('category')
    .orderBy('definitionVersion')
    .execute();
  const missing = open.filter(
    (row) => !installed.some(({ key, version }) => key === row.key && version === row.version),
  );
  if (missing.length === 0) return;
  const lines = missing.map(({ key, version, cases }) => `${key} 第${version}版（在办案件${cases}件）`);
  throw new DefinitionVersionError(
    'workflows.version-missing',
    `在办案件所用的流程版本没有安装：${lines.join('、')}。请恢复这些版本的文件，或将案件迁移到新版本后再停用旧版本 (open cases belong to versions that are not installed)`,
  );
}

async function requireUnchanged(client: pg.PoolClient, installed: readonly KnownVersion[]): Promise<void> {
  const recorded = await typedQueries<CaseTables>(client)
    .selectFrom('definition_version as d')
    .select(['d.key', 'd.version', 'd.hash', 'd.parts'])
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('review_case as c')
          .whereRef('c.category', '=', 'd.key')
          .whereRef('c.definitionVersion', '=', 'd.version'),
      ),
    )
    .execute();
  const changed = recorded.flatMap((known) => {
    const now = installed.find(({ key, version }) => key === known.key && version === known.version);
    if (now === undefined || now.hash === known.hash) return [];
    const parts = partsThatDiffer(known.parts, now.parts);
    return [`${known.key} 第${known.version}版：${parts.length === 0 ? '发布文件' : parts.join('、')}`];
  });
  if (changed.length === 0) return;
  throw new DefinitionVersionError(
    'workflows.version-changed',
    `已有案件的流程版本被改动：${changed.join('；')}。请恢复原文件，或把 version 加一作为新版本 (a version under which cases were begun has changed)`,
  );
}
