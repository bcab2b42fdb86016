/** Compares the definitions that are installed with those under which cases were begun. */
import { advisoryLocks } from '@lawgate/database';
import { partsThatDiffer, type Definition, type DefinitionIdentity } from '@lawgate/engine';
import type pg from 'pg';

/** The installed definitions do not fit the cases in the database; found at start. */
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
 * Records each version under which cases may begin from now on, and refuses to start where a version under which cases
 * were begun says something else now, or where open cases belong to a version that is not installed.
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
    await client.query('select pg_advisory_xact_lock($1)', [advisoryLocks.definitionVersions]);
    await requireInstalled(client, installed);
    await requireUnchanged(client, installed);
    await client.query(
      `insert into definition_version (key, version, hash, parts)
       select key, version, hash, parts from jsonb_to_recordset($1) as x (key text, version int, hash text, parts jsonb)
       on conflict (key, version) do update set hash = excluded.hash, parts = excluded.parts, recorded_at = excluded.recorded_at
        where definition_version.hash <> excluded.hash`,
      [JSON.stringify(installed)],
    );
    await client.query('commit');
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}

async function requireInstalled(client: pg.PoolClient, installed: readonly KnownVersion[]): Promise<void> {
  const open = await client.query<{ key: string; version: number; cases: number }>(
    `select category as key, definition_version as version, count(*)::int as cases
       from review_case where status = 'active' group by 1, 2 order by 1, 2`,
  );
  const missing = open.rows.filter(
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
  const recorded = await client.query<KnownVersion>(
    `select d.key, d.version, d.hash, d.parts from definition_version d
      where exists (select from review_case c where c.category = d.key and c.definition_version = d.version)`,
  );
  const changed = recorded.rows.flatMap((known) => {
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
