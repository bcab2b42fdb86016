/**
 * The entities and the migrated database agree: every table and column in both directions, with types, nullability,
 * defaults and keys. Typed queries and the unit of work rely on it.
 */
// These imports register the entities.
import '@lawgate/admin';
import '@lawgate/case-file';
import '@lawgate/cases';
import '@lawgate/documents';
import '@lawgate/notifications';
import '@lawgate/reporting';
import { afterAll, describe, expect, it } from '@jest/globals';
import { Database } from '@lawgate/database';
import { testDatabase } from '@lawgate/testing';
import type { EntityMetadata, EntityProperty } from '@mikro-orm/postgresql';
import type pg from 'pg';

/** Exceptions that MikroORM cannot express, or need not, each with the reason. */
const exceptions = {
  tables: {
    schema_migration: 'the runner of migrations makes it, before there is any table',
    schema_current: 'the runner of migrations makes it, before there is any table',
  } as Readonly<Record<string, string>>,
  foreignKeys: {
    'organisation: parent_id → organisation': 'an entity that refers to itself has no type that TypeScript can infer',
  } as Readonly<Record<string, string>>,
  /** A relation of MikroORM refers to the primary key; these refer to the unique pair of an id and its path. */
  hasOneColumn: (columns: readonly string[]) => columns.length === 1,
  uniqueKeys: {
    'definition_migration: (org_id, key)': 'holds for open orders only, by an index with a condition',
    'job: (kind, key)': 'holds for open jobs only, by an index with a condition',
    'register_import_line: (org_id, row_key)': 'holds for the lines of one state only, by an index with a condition',
  } as Readonly<Record<string, string>>,
};

const whatToDo =
  'describe it with defineEntity in the package that owns it (in libs/platform/database/src/tables where several packages' +
  ' read it), and add it to the list there (tables.ts, or tables/index.ts), by which typed queries know it';

interface Described {
  /** `name type` and further properties, by column. */
  readonly columns: ReadonlyMap<string, string>;
  /** Primary key, unique keys, foreign keys and lists of values, one line each. */
  readonly keys: readonly string[];
}

const database = await testDatabase();
afterAll(() => database.drop());

const entities = await new Database(database.workerPool, 'lawgate_worker').asWorker(
  async ({ em }) => new Map([...em.getMetadata()].map((meta) => [meta.tableName, describedBy(meta)])),
);

function describedBy(meta: EntityMetadata): Described {
  const columnOf = (name: string) => property(meta, name).fieldNames[0] ?? '';
  const keys = [`primary key (${meta.primaryKeys.map(columnOf).join(', ')})`];
  for (const { properties } of meta.uniques)
    keys.push(`unique (${[properties].flat().map(String).map(columnOf).join(', ')})`);
  const columns = new Map<string, string>();
  for (const prop of meta.props) {
    const column = columnOf(prop.name);
    const raw = prop.defaultRaw === undefined || prop.autoincrement === true ? null : prop.defaultRaw;
    columns.set(
      column,
      columnText({
        type: (prop.columnTypes[0] ?? '')
          .replace(/\(\d+\)$/, '')
          .replace('bigserial', 'bigint')
          .replace('serial', 'int'),
        nullable: prop.nullable === true,
        default: raw,
        generated: typeof prop.generated === 'string' ? prop.generated.replace(/ stored$/, '') : null,
        identity: prop.autoincrement === true,
      }),
    );
    if (prop.items !== undefined) keys.push(`${column} in (${prop.items.toSorted().join(', ')})`);
    if (prop.targetMeta !== undefined) keys.push(foreignKey(column, prop.targetMeta.tableName, prop.deleteRule));
  }
  return { columns, keys };
}

function property(meta: EntityMetadata, name: string): EntityProperty {
  const found = meta.properties[name as never] as EntityProperty | undefined;
  if (found === undefined) throw new Error(`${meta.className} has no property ${name}`);
  return found;
}

interface Column {
  readonly type: string;
  readonly nullable: boolean;
  readonly default: string | null;
  readonly generated: string | null;
  readonly identity: boolean;
}

function columnText(column: Column): string {
  return [
    column.type,
    column.nullable ? 'null' : 'not null',
    ...(column.default === null ? [] : [`default ${column.default}`]),
    ...(column.generated === null ? [] : [`generated as ${column.generated}`]),
    ...(column.identity ? ['identity'] : []),
  ].join(' ');
}

function foreignKey(column: string, table: string, onDelete: string | undefined): string {
  return `${column} → ${table}${onDelete === 'cascade' ? ', deleted with it' : ''}`;
}

const columnsText = `
  select c.relname as "table", a.attname as name,
         case format_type(a.atttypid, null) when 'timestamp with time zone' then 'timestamptz' when 'integer' then 'int'
           else format_type(a.atttypid, null) end as type,
         not a.attnotnull as nullable, a.attidentity <> '' as identity,
         case when a.attgenerated = '' then regexp_replace(pg_get_expr(d.adbin, d.adrelid), '::(text|jsonb|text\\[\\])$', '')
           end as default,
         case when a.attgenerated <> '' then pg_get_expr(d.adbin, d.adrelid) end as generated
    from pg_attribute a join pg_class c on c.oid = a.attrelid left join pg_attrdef d on d.adrelid = c.oid and d.adnum = a.attnum
   where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and a.attnum > 0 and not a.attisdropped
   order by c.relname, a.attnum`;

/** A unique index without a constraint is a key too. */
const keysText = `
  select c.relname as "table", k.contype as kind, f.relname as target, k.confdeltype as "onDelete",
         pg_get_constraintdef(k.oid) as text,
         (select array_agg(a.attname::text order by o) from unnest(k.conkey) with ordinality u (n, o)
            join pg_attribute a on a.attrelid = k.conrelid and a.attnum = u.n) as columns
    from pg_constraint k join pg_class c on c.oid = k.conrelid left join pg_class f on f.oid = k.confrelid
   where c.relnamespace = 'public'::regnamespace and k.contype in ('p', 'u', 'f', 'c')
  union all
  select c.relname, 'u', null, null, '', array(select pg_get_indexdef(i.indexrelid, n, false) from generate_series(1, i.indnkeyatts) n)
    from pg_index i join pg_class c on c.oid = i.indrelid
   where c.relnamespace = 'public'::regnamespace and i.indisunique
     and not exists (select from pg_constraint k where k.conindid = i.indexrelid and k.contype in ('p', 'u'))`;

interface Key {
  readonly table: string;
  readonly kind: 'p' | 'u' | 'f' | 'c';
  readonly target: string;
  readonly onDelete: string;
  readonly text: string;
  readonly columns: readonly string[];
}

async function migrated(client: pg.ClientBase): Promise<Map<string, Described>> {
  const columns = await client.query<Column & { table: string; name: string }>(columnsText);
  const keys = await client.query<Key>(keysText);
  const tables = Map.groupBy(columns.rows, ({ table }) => table);
  return new Map(
    [...tables].map(([table, rows]) => [
      table,
      {
        columns: new Map(rows.map((row) => [row.name, columnText(row)])),
        keys: keys.rows.filter((key) => key.table === table).flatMap(keyText),
      },
    ]),
  );
}

function keyText({ table, kind, target, onDelete, text, columns }: Key): string[] {
  const listed = columns.join(', ');
  switch (kind) {
    case 'p':
      return [`primary key (${listed})`];
    case 'u':
      return `${table}: (${listed})` in exceptions.uniqueKeys ? [] : [`unique (${listed})`];
    case 'f': {
      const line = foreignKey(listed, target, onDelete === 'c' ? 'cascade' : undefined);
      return exceptions.hasOneColumn(columns) && !(`${table}: ${line}` in exceptions.foreignKeys) ? [line] : [];
    }
    case 'c': {
      // A check that lists every value of one column: `CHECK ((kind = ANY (ARRAY['off'::text, 'work'::text])))`.
      const values = /^CHECK \(\(\w+ = (?:ANY \(ARRAY\[)?((?:'[^']*'::text(?:, )?)+)(?:\]\))?\)\)$/.exec(text)?.[1];
      if (values === undefined) return [];
      return [
        `${listed} in (${[...values.matchAll(/'([^']*)'/g)]
          .map(([, value]) => value)
          .toSorted()
          .join(', ')})`,
      ];
    }
  }
}

/** One line for each difference, with its location and the remedy. */
async function differences(client: pg.ClientBase): Promise<string[]> {
  const tables = await migrated(client);
  const found: string[] = [];
  for (const [name, table] of tables) {
    if (name in exceptions.tables) continue;
    const entity = entities.get(name);
    if (entity === undefined) {
      found.push(`table "${name}" has no entity: ${whatToDo}`);
      continue;
    }
    const names = new Set([...table.columns.keys(), ...entity.columns.keys()]);
    for (const column of names) {
      const [there, here] = [table.columns.get(column), entity.columns.get(column)];
      if (there === here) continue;
      found.push(
        `${name}.${column} is "${there ?? 'not there'}" in the database, "${here ?? 'not there'}" in the entity`,
      );
    }
    for (const key of table.keys)
      if (!entity.keys.includes(key)) found.push(`${name}: the entity lacks the key "${key}"`);
    for (const key of entity.keys)
      if (!table.keys.includes(key)) found.push(`${name}: the database lacks the key "${key}"`);
  }
  for (const name of entities.keys())
    if (!tables.has(name)) found.push(`the entity of "${name}" has no table: add a migration`);
  return found;
}

/** The differences after `change`, which is rolled back. */
async function after(change: string): Promise<string[]> {
  const client = await database.ownerPool.connect();
  try {
    await client.query('begin');
    await client.query(change);
    return await differences(client);
  } finally {
    await client.query('rollback');
    client.release();
  }
}

describe('entities and migrated schema', () => {
  it('agree on every table, column and key', async () => {
    expect(await after('select 1')).toEqual([]);
  });

  it.each([
    [
      'a table without an entity',
      'create table undeclared (id uuid primary key)',
      `table "undeclared" has no entity: ${whatToDo}`,
    ],
    [
      'an entity without a table',
      'drop table demonstration',
      'the entity of "demonstration" has no table: add a migration',
    ],
    [
      'a column that one side lacks',
      'alter table urge add column extra int',
      'urge.extra is "int null" in the database, "not there" in the entity',
    ],
    [
      'a column that the other side lacks',
      'alter table urge drop column note',
      'urge.note is "not there" in the database, "text null" in the entity',
    ],
    [
      'another type',
      'alter table proof_pack alter column size type int',
      'proof_pack.size is "int null" in the database, "bigint null" in the entity',
    ],
    [
      'another nullability',
      'alter table urge alter column note set not null',
      'urge.note is "text not null" in the database, "text null" in the entity',
    ],
    [
      'another default',
      'alter table task alter column provisional set default true',
      'task.provisional is "boolean not null default true" in the database, "boolean not null default false" in the entity',
    ],
    [
      'a unique key',
      'alter table urge drop constraint urge_task_id_seq_key',
      'urge: the database lacks the key "unique (task_id, seq)"',
    ],
    [
      'a foreign key',
      'alter table urge drop constraint urge_by_person_fkey',
      'urge: the database lacks the key "by_person → person"',
    ],
    [
      'a list of values',
      `alter table calendar_day drop constraint calendar_day_kind_check, add check (kind in ('off', 'work', 'half'))`,
      'calendar_day: the entity lacks the key "kind in (half, off, work)"',
    ],
  ])('differ after %s', async (_what, change, line) => {
    expect(await after(change)).toContain(line);
  });
});
